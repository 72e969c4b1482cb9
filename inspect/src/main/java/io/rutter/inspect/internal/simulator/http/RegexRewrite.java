// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.envoyproxy.envoy.type.matcher.v3.RegexMatchAndSubstitute;
import io.rutter.model.internal.regex.RegexRepeats;

/** Envoy's {@code RegexMatchAndSubstitute}: every match is replaced, {@code \\1} is a group. */
final class RegexRewrite {
  private RegexRewrite() {}

  /**
   * The string after the rewrite; unchanged if the expression is invalid, or too deep for RE2/J.
   */
  static String apply(RegexMatchAndSubstitute rewrite, String text) {
    try {
      return rewritten(rewrite, text);
    } catch (StackOverflowError e) {
      return text;
    }
  }

  private static String rewritten(RegexMatchAndSubstitute rewrite, String text) {
    if (!RegexRepeats.areWithinBounds(rewrite.getPattern().getRegex())) {
      return text;
    }
    Matcher matcher;
    try {
      matcher = Pattern.compile(rewrite.getPattern().getRegex()).matcher(text);
    } catch (PatternSyntaxException e) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    int done = 0;
    while (matcher.find()) {
      result.append(text.substring(done, matcher.start()));
      substitute(rewrite.getSubstitution(), matcher, result);
      done = matcher.end();
    }
    return result.append(text.substring(done)).toString();
  }

  private static void substitute(String substitution, Matcher matcher, StringBuilder result) {
    int at = 0;
    while (at < substitution.length()) {
      char c = substitution.charAt(at);
      if (c != '\\' || at + 1 == substitution.length()) {
        result.append(c);
        at++;
        continue;
      }
      char next = substitution.charAt(at + 1);
      at += 2;
      int group = next - '0';
      if (group < 0 || group > 9) {
        result.append(next);
      } else if (group <= matcher.groupCount() && matcher.group(group) != null) {
        result.append(matcher.group(group));
      }
    }
  }
}
