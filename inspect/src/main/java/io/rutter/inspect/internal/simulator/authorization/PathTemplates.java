// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.rutter.inspect.internal.simulator.match.StringMatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Envoy's {@code UriTemplateMatchConfig}: {@code *} is one segment, {@code **} what is left, and a
 * variable in braces what stands after its {@code =}, or one segment.
 */
public final class PathTemplates {
  /** What a segment may consist of. */
  private static final String CHARACTERS = "-a-zA-Z0-9._~%!$&'()+,;:@*=";

  private static final CharMatcher META = CharMatcher.anyOf("\\.+*?()|[]{}^$").precomputed();
  private static final Splitter SEGMENTS = Splitter.on('/');

  private PathTemplates() {}

  /** Whether the template takes a path without query. */
  static boolean matches(String template, String path) {
    return template.startsWith("/") && StringMatch.matches(expression(template), path);
  }

  /** The expression that matches the same paths. */
  public static String expression(String template) {
    List<String> segments = new ArrayList<>();
    SEGMENTS.split(withoutVariables(template)).forEach(s -> segments.add(segment(s)));
    return String.join("/", segments);
  }

  /** {@code {name=*}} is {@code *}, and so is {@code {name}}. */
  private static String withoutVariables(String template) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    int open = template.indexOf('{');
    while (open >= 0) {
      int close = template.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String inside = template.substring(open + 1, close);
      int equals = inside.indexOf('=');
      plain.append(template, at, open).append(equals < 0 ? "*" : inside.substring(equals + 1));
      at = close + 1;
      open = template.indexOf('{', at);
    }
    return plain.append(template.substring(at)).toString();
  }

  private static String segment(String text) {
    if (text.startsWith("**")) {
      return "[" + CHARACTERS + "/]*" + quoted(text.substring(2));
    }
    return text.startsWith("*")
        ? "[" + CHARACTERS + "]+" + quoted(text.substring(1))
        : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (META.matches(text.charAt(i))) {
        quoted.append('\\');
      }
      quoted.append(text.charAt(i));
    }
    return quoted.toString();
  }
}
