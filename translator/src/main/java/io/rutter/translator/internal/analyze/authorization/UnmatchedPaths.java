// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.rutter.model.mesh.PathNormalizationType;
import io.rutter.translator.internal.analyze.authorization.TextPattern.Form;
import java.util.Optional;

/**
 * Why a value of {@code paths} matches no path. Proxies compare it with the path without query and
 * fragment, after they have normalized that. Istio documents: Authorization Policy, {@code paths};
 * Global Mesh Options, {@code ProxyPathNormalization}.
 */
final class UnmatchedPaths {
  private static final Splitter SEGMENTS = Splitter.on('/');
  private static final CharMatcher UNRESERVED =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-._~"));
  private static final CharMatcher AFTER_PATH = CharMatcher.anyOf("?#");

  /** What Envoy 1.40 encodes when it normalizes a path, beside what no path can have. */
  private static final CharMatcher ENCODED =
      CharMatcher.anyOf("\"<>^`{|}").or(CharMatcher.inRange('!', '~').negate());

  private UnmatchedPaths() {}

  /** The reason, if no path is matched. */
  static Optional<String> reason(ValueSet paths, PathNormalizationType normalization) {
    if (paths instanceof PathTemplate template) {
      return normalized(template.text(), Form.EXACT, false, normalization);
    }
    TextPattern pattern = (TextPattern) paths;
    String text = pattern.text();
    if (AFTER_PATH.matchesAnyOf(text)) {
      return Optional.of(
          "as paths are compared without what follows ? or # (expected: "
              + expected(text.substring(0, AFTER_PATH.indexIn(text)))
              + ")");
    }
    boolean atStart = pattern.form() == Form.EXACT || pattern.form() == Form.PREFIX;
    if (atStart && !text.startsWith("/")) {
      return Optional.of(
          "as every path begins with a slash (expected: /"
              + text
              + (pattern.form() == Form.PREFIX ? "*" : "")
              + ")");
    }
    return normalized(text, pattern.form(), true, normalization);
  }

  private static Optional<String> normalized(
      String text, Form form, boolean pattern, PathNormalizationType normalization) {
    if (normalization == PathNormalizationType.NONE) {
      return Optional.empty();
    }
    String lower = Ascii.toLowerCase(text);
    if (hasDotSegment(text, form)) {
      return resolved("segments . and .. are resolved");
    }
    if (hasEncodedUnreserved(text)) {
      return resolved("encoded letters, digits and dots are decoded");
    }
    if (text.contains("\\")) {
      return resolved("a backslash becomes a slash");
    }
    if (pattern && ENCODED.matchesAnyOf(text)) {
      return Optional.of(
          "as such characters are encoded before paths are compared (expected: "
              + encoded(form, text)
              + ")");
    }
    boolean decoding = normalization == PathNormalizationType.DECODE_AND_MERGE_SLASHES;
    if (decoding && (lower.contains("%2f") || lower.contains("%5c"))) {
      return resolved("an encoded slash is decoded");
    }
    boolean merging = decoding || normalization == PathNormalizationType.MERGE_SLASHES;
    return merging && text.contains("//")
        ? resolved("adjacent slashes are merged")
        : Optional.empty();
  }

  private static String expected(String text) {
    return text.isEmpty() ? "a path" : text;
  }

  private static String encoded(Form form, String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte unit : text.getBytes(UTF_8)) {
      char c = (char) (unit & 0xff);
      encoded.append(ENCODED.matches(c) ? String.format("%%%02X", (int) c) : c);
    }
    return new TextPattern(form, encoded.toString()).written();
  }

  private static Optional<String> resolved(String what) {
    return Optional.of(
        "as " + what + " before paths are compared (expected: a path as it is after that)");
  }

  /** Whether a character stands encoded that needs it nowhere: RFC 3986, 2.3. */
  private static boolean hasEncodedUnreserved(String text) {
    for (int i = text.indexOf('%'); i >= 0 && i + 2 < text.length(); i = text.indexOf('%', i + 1)) {
      int high = Character.digit(text.charAt(i + 1), 16);
      int low = Character.digit(text.charAt(i + 2), 16);
      if (high >= 0 && low >= 0 && UNRESERVED.matches((char) (high * 16 + low))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a segment is one or two dots; the last one is only known to be whole at the end. */
  private static boolean hasDotSegment(String text, Form form) {
    boolean whole = form == Form.EXACT || form == Form.SUFFIX;
    int last = text.lastIndexOf('/');
    int first = text.indexOf('/');
    if (first < 0) {
      return false;
    }
    String inside = text.substring(first + 1, whole ? text.length() : Math.max(last, first + 1));
    for (String segment : SEGMENTS.split(inside)) {
      if (segment.equals(".") || segment.equals("..")) {
        return true;
      }
    }
    return false;
  }
}
