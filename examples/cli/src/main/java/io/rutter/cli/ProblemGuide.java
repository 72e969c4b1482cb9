// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What each problem means and how it is mended: {@code docs/problems.md}, which the build copies.
 */
final class ProblemGuide {
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^)]+)\\)");
  private static final Pattern LINK_IN_PARENTHESES =
      Pattern.compile("\\(\\[[^\\]]+]\\(([^)]+)\\)\\)");
  private static final Pattern SENTENCE_END = Pattern.compile("\\.(\\s|$)|\n\n");

  private final ImmutableMap<ProblemCode, Section> sections;

  private ProblemGuide(ImmutableMap<ProblemCode, Section> sections) {
    this.sections = sections;
  }

  /**
   * What is said of one code.
   *
   * @param markdown the section of the document, without its heading
   */
  record Section(String markdown) {
    /** The first sentence. */
    String summary() {
      return SENTENCE_END.split(withoutLinks(markdown), 2)[0].replace('\n', ' ') + ".";
    }

    /** For a terminal: examples are indented, and links are files. */
    String text() {
      StringBuilder text = new StringBuilder();
      boolean isExample = false;
      for (String line : Splitter.on('\n').split(markdown)) {
        if (line.startsWith("```")) {
          isExample = !isExample;
        } else if (isExample) {
          text.append(line.isEmpty() ? "" : "    " + line).append('\n');
        } else {
          text.append(withoutLinks(line)).append('\n');
        }
      }
      return text.toString();
    }

    private static String withoutLinks(String line) {
      String rest = LINK_IN_PARENTHESES.matcher(line).replaceAll("(docs/$1)");
      return LINK.matcher(rest).replaceAll("$1 (docs/$2)");
    }
  }

  /** Reads it. */
  static ProblemGuide read() {
    try (InputStream in = ProblemGuide.class.getResourceAsStream("problems.md")) {
      return parse(new String(Objects.requireNonNull(in, "problems.md").readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of a code. */
  Section section(ProblemCode code) {
    return Objects.requireNonNull(sections.get(code), code::id);
  }

  private static ProblemGuide parse(String document) {
    Map<ProblemCode, Section> sections = new EnumMap<>(ProblemCode.class);
    for (String section : Splitter.on("\n## ").split(document.replace("\r\n", "\n"))) {
      int end = section.indexOf('\n');
      ProblemCode.of(section.substring(0, end))
          .ifPresent(code -> sections.put(code, new Section(body(section.substring(end)))));
    }
    return new ProblemGuide(ImmutableMap.copyOf(sections));
  }

  /** Without the heading of a part, which may follow. */
  private static String body(String section) {
    int next = section.indexOf("\n\n# ");
    String own = next < 0 ? section : section.substring(0, next);
    return own.strip();
  }
}
