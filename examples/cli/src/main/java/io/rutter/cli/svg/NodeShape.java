// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli.svg;

import io.rutter.inspect.graph.NodeKind;

/** The outline of a node: kinds differ in shape, not only in colour. */
final class NodeShape {
  private static final double ROUND = 10;
  private static final double CORNER = 9;
  private static final double INSET = 3;

  private NodeShape() {}

  static String of(NodeKind kind, double width, double height) {
    return switch (kind) {
      case HOST, SUBSET -> rect(0, 0, width, height, kind == NodeKind.HOST ? ROUND : height / 2.5);
      case EXTERNAL ->
          rect(0, 0, width, height, 0)
              + rect(INSET, INSET, width - 2 * INSET, height - 2 * INSET, 0);
      case GATEWAY -> cut(width, height, true);
      case RULE, REST -> cut(width, height, false);
      case MISSING, CLIENT, SERVICE, ANSWER -> rect(0, 0, width, height, 2);
    };
  }

  private static String rect(double x, double y, double width, double height, double round) {
    return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>\n"
        .formatted(
            GraphSvg.number(x),
            GraphSvg.number(y),
            GraphSvg.number(width),
            GraphSvg.number(height),
            GraphSvg.number(round));
  }

  /** A rectangle with its right upper corner cut, or both upper ones. */
  private static String cut(double width, double height, boolean both) {
    String left = both ? "M0 9L9 0" : "M0 0";
    return "<path class=\"box\" d=\"%sH%sL%s %sV%sH0Z\"/>\n"
        .formatted(
            left,
            GraphSvg.number(width - CORNER),
            GraphSvg.number(width),
            GraphSvg.number(CORNER),
            GraphSvg.number(height));
  }
}
