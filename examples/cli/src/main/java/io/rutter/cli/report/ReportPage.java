// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.html.HtmlEscapers;
import com.google.common.io.BaseEncoding;
import com.google.common.io.Resources;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.rutter.model.problem.VisibleText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page that needs nothing but itself: its policy lets it load nothing and run nothing but its own
 * script, which makes text nodes of all that comes from the mesh.
 */
public final class ReportPage {
  /** Writes {@code <} and its like as escapes, so that no text ends the element that it is in. */
  private static final Gson JSON = new Gson();

  private static final String STYLE_BEGIN = "<style>";
  private static final String STYLE_END = "</style>";

  private ReportPage() {}

  /**
   * The page.
   *
   * @param title what it is about
   * @param data what the script shows
   * @param summary numbers by what they count
   * @param graph the picture, as SVG
   * @param notes what the picture leaves out
   * @param hasChanges whether the data compare two meshes
   */
  public static String of(
      String title,
      JsonObject data,
      Map<String, String> summary,
      String graph,
      List<String> notes,
      boolean hasChanges) {
    String css = resource("report.css");
    String script = resource("report.js");
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("POLICY", policy(css, script, graph));
    parts.put("TITLE", escaped(title));
    parts.put("CSS", css);
    parts.put("NAV", navigation(hasChanges));
    parts.put("CHANGES", hasChanges ? resource("changes.html") : "");
    parts.put(
        "SUMMARY",
        summary.entrySet().stream()
            .map(
                entry ->
                    "<div><dt>%s</dt><dd>%s</dd></div>"
                        .formatted(escaped(entry.getKey()), escaped(entry.getValue())))
            .collect(Collectors.joining()));
    parts.put("GRAPH", graph);
    parts.put(
        "NOTES",
        notes.stream()
            .map(note -> "<p>Left out of the picture: " + escaped(note) + "</p>")
            .collect(Collectors.joining()));
    parts.put("DATA", JSON.toJson(data));
    parts.put("SCRIPT", script);
    return filled(resource("report.html"), parts);
  }

  /** Each part is put in once, and nothing is looked for in what was put in. */
  private static String filled(String template, Map<String, String> parts) {
    List<String> pieces = Splitter.on('#').splitToList(template);
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      String part = parts.get(pieces.get(i));
      if (part != null) {
        page.append(part);
      } else {
        boolean follows = i > 0 && !parts.containsKey(pieces.get(i - 1));
        page.append(follows ? "#" : "").append(pieces.get(i));
      }
    }
    return page.toString();
  }

  private static String navigation(boolean hasChanges) {
    ImmutableMap.Builder<String, String> parts = ImmutableMap.builder();
    if (hasChanges) {
      parts.put("changes", "Changes");
    }
    parts
        .put("overview", "Overview")
        .put("try", "Where does this request go?")
        .put("hosts", "Hosts")
        .put("problems", "Problems")
        .put("proxies", "Proxies")
        .put("source", "Source");
    return parts.buildOrThrow().entrySet().stream()
        .map(part -> "<li><a href=\"#%s\">%s</a></li>".formatted(part.getKey(), part.getValue()))
        .collect(Collectors.joining());
  }

  private static String policy(String css, String script, String graph) {
    List<String> styles = new ArrayList<>();
    styles.add(hash(css));
    int at = graph.indexOf(STYLE_BEGIN);
    if (at >= 0) {
      styles.add(hash(graph.substring(at + STYLE_BEGIN.length(), graph.indexOf(STYLE_END, at))));
    }
    return "default-src 'none'; base-uri 'none'; form-action 'none'; script-src %s; style-src %s"
        .formatted(hash(script), String.join(" ", styles));
  }

  private static String hash(String text) {
    return "'sha256-"
        + BaseEncoding.base64().encode(Hashing.sha256().hashString(text, UTF_8).asBytes())
        + "'";
  }

  private static String escaped(String text) {
    return HtmlEscapers.htmlEscaper().escape(VisibleText.of(text));
  }

  private static String resource(String name) {
    try {
      return Resources.toString(Resources.getResource(ReportPage.class, name), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
