// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli.svg;

/** Colours, lines and fonts of pictures. */
final class SvgStyle {
  /** Changes have a colour, a kind of line and a sign in the text: none has to be seen alone. */
  static final String CSS =
      """
      text{font-family:Helvetica,Arial,"Liberation Sans",sans-serif;font-size:10.5px;fill:#1c1c1c}
      .page{fill:#fff}
      .name{font-size:13px;font-weight:bold}
      .namespace{fill:#5a5a5a;font-style:italic}
      .foot{font-size:10px;fill:#4a4a4a}
      .node rect,.node .box{fill:#fff;stroke:#5a6672;stroke-width:1.2}
      .node.gateway .box{fill:#dbe9f6}
      .node.host rect{fill:#eaf2fb}
      .node.service rect{fill:#eaf5e4}
      .node.subset rect{fill:#f5faf2}
      .node.external rect{fill:#fdf3e1}
      .node.rule .box{fill:#fffbe6}
      .node.client rect,.node.answer rect,.node.rest .box{fill:#f2f2f2}
      .node.missing rect{fill:#fbe3e4;stroke:#8c1d18}
      .edge path{fill:none;stroke:#5a6672;stroke-width:1.3;marker-end:url(#arrow)}
      .edge.mirrors path{stroke-dasharray:6 4}
      .edge.has path{stroke-dasharray:1.5 3;marker-end:none}
      .edge.sees path{stroke-dasharray:7 3 1.5 3}
      .label rect{fill:#fff;fill-opacity:.85}
      .label text{font-size:10px}
      .node.added rect,.node.added .box{stroke:#007a5a;stroke-width:3.2}
      .node.changed rect,.node.changed .box{stroke:#0b57d0;stroke-width:3.2}
      .node.removed rect,.node.removed .box{stroke:#b34700;stroke-width:2;stroke-dasharray:6 4}
      .edge.added path{stroke:#007a5a;stroke-width:3.2;marker-end:url(#arrow-added)}
      .edge.changed path{stroke:#0b57d0;stroke-width:2.6;marker-end:url(#arrow-changed)}
      .edge.removed path{stroke:#b34700;stroke-width:1.8;stroke-dasharray:6 4;marker-end:url(#arrow-removed)}
      .node.removed .name,.removed .line,.line.removed{text-decoration:line-through}
      text.added,.added .line{fill:#006247}
      text.removed,.removed .line{fill:#953c00}
      @media (prefers-color-scheme:dark){
      text{fill:#ececec}
      .page{fill:#15181c}
      .namespace,.foot{fill:#b4b9bf}
      .node rect,.node .box{fill:#1f2429;stroke:#9aa7b4}
      .node.gateway .box{fill:#1d3a57}
      .node.host rect{fill:#1b2d40}
      .node.service rect{fill:#1f3a1d}
      .node.subset rect{fill:#1d2c1c}
      .node.external rect{fill:#423414}
      .node.rule .box{fill:#38331a}
      .node.client rect,.node.answer rect,.node.rest .box{fill:#2b2f34}
      .node.missing rect{fill:#4b1d1d;stroke:#ff9c94}
      .edge path{stroke:#9aa7b4}
      .tip{fill:#9aa7b4}
      .label rect{fill:#15181c}
      .node.added rect,.node.added .box,.edge.added path{stroke:#3ddbab}
      .node.changed rect,.node.changed .box,.edge.changed path{stroke:#8ab4ff}
      .node.removed rect,.node.removed .box,.edge.removed path{stroke:#ff9d5c}
      .tip.added{fill:#3ddbab}
      .tip.changed{fill:#8ab4ff}
      .tip.removed{fill:#ff9d5c}
      text.added,.added .line{fill:#7ff0cd}
      text.removed,.removed .line{fill:#ffbd91}
      }
      """;

  /** The heads of arrows. */
  static final String ARROWS =
      "<defs>"
          + arrow("arrow", "tip", "#5a6672")
          + arrow("arrow-added", "tip added", "#007a5a")
          + arrow("arrow-changed", "tip changed", "#0b57d0")
          + arrow("arrow-removed", "tip removed", "#b34700")
          + "</defs>\n";

  private SvgStyle() {}

  private static String arrow(String id, String style, String colour) {
    return ("<marker id=\"%s\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerUnits=\"userSpaceOnUse\""
            + " markerWidth=\"9\" markerHeight=\"9\" orient=\"auto\">"
            + "<path class=\"%s\" fill=\"%s\" d=\"M0 1L10 5L0 9Z\"/></marker>")
        .formatted(id, style, colour);
  }
}
