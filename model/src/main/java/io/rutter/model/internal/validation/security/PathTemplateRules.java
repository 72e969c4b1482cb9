// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.rutter.model.internal.validation.Findings;
import java.util.List;
import java.util.Optional;

/**
 * Paths of an AuthorizationPolicy, of which those with <code>{*}</code> or <code>{**}</code> are
 * templates. Documents: Istio's Authorization Policy, Envoy's URI template.
 */
final class PathTemplateRules {
  private static final String ONE = "{*}";
  private static final String ANY = "{**}";
  private static final CharMatcher BRACES = CharMatcher.anyOf("{}");
  private static final CharMatcher SLASH = CharMatcher.is('/');
  private static final Splitter SEGMENTS = Splitter.on('/');

  /** What a segment of a URL may have (RFC 3986, {@code pchar}). */
  private static final CharMatcher LITERAL =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-._~%!$&'()+,;:@="));

  /** The longest template that Envoy takes, in its own form. */
  private static final int LONGEST = 256;

  private PathTemplateRules() {}

  /** Whether a path is a template. */
  static boolean isTemplate(String path) {
    return path.contains(ONE) || path.contains(ANY);
  }

  /** Checks paths that are not empty. */
  static void check(List<String> paths, Findings at) {
    for (int i = 0; i < paths.size(); i++) {
      String path = paths.get(i);
      Findings here = at.at(i);
      problem(path)
          .ifPresent(said -> here.invalid("path: \"" + path + "\" (expected: " + said + ")"));
    }
  }

  private static Optional<String> problem(String path) {
    if (!isTemplate(path)) {
      return BRACES.matchesAnyOf(path)
          ? Optional.of("braces only as {*} or {**}, each a whole segment")
          : Optional.empty();
    }
    if (!path.startsWith("/") || path.startsWith("//")) {
      return Optional.of("a template that begins with one slash");
    }
    if (path.replace(ONE, "*").replace(ANY, "**").length() > LONGEST) {
      return Optional.of("a template of at most " + LONGEST + " characters");
    }
    return problemOfSegments(SEGMENTS.splitToList(SLASH.trimFrom(path)));
  }

  private static Optional<String> problemOfSegments(List<String> segments) {
    boolean any = false;
    for (String segment : segments) {
      boolean operator = segment.equals(ONE) || segment.equals(ANY);
      if (operator && any) {
        return Optional.of("no {*} or {**} behind {**}");
      }
      any |= segment.equals(ANY);
      if (!operator && BRACES.matchesAnyOf(segment)) {
        return Optional.of("braces only as {*} or {**}, each a whole segment");
      }
      if (!operator && (segment.isEmpty() || !LITERAL.matchesAllOf(segment))) {
        return Optional.of("segments of characters of a URL in a template, none empty");
      }
    }
    return Optional.empty();
  }
}
