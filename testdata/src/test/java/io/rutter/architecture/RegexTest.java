// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No expression of {@code java.util.regex} takes stack or time without bound, whatever the text:
 * each is a literal, and has a safe shape. What an input brings along is compiled by RE2/J.
 */
class RegexTest {
  /** Where an expression is compiled; those of the class String compile one each time. */
  private static final Pattern COMPILED =
      Pattern.compile(
          "(java\\.util\\.regex\\.Pattern\\.compile|(?<![.\\w])Pattern\\.compile"
              + "|\\.replaceAll|\\.replaceFirst|\\.matches|\\.split)\\(\\s*");

  private static final Pattern LITERAL =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(\\+?)\\s*");

  @Test
  void expressionsAreSafeOnAnyText() {
    List<String> offences = new ArrayList<>();
    int found = 0;
    for (Path file : Repository.javaSources()) {
      if (!file.toString().contains("/src/main/")) {
        continue;
      }
      String source = Repository.read(file);
      boolean re2 = source.contains("import com.google.re2j.Pattern;");
      Matcher compiled = COMPILED.matcher(source);
      while (compiled.find()) {
        String call = compiled.group(1);
        Optional<String> regex = literal(source, compiled.end());
        boolean ofRe2 = re2 && call.startsWith("Pattern");
        boolean otherMethod = regex.isEmpty() && (call.equals(".matches") || call.equals(".split"));
        if (ofRe2 || otherMethod) {
          continue;
        }
        found++;
        regex
            .map(RegexShape::offence)
            .orElse(Optional.of("is no literal"))
            .ifPresent(
                why -> offences.add(file.getFileName() + ": " + regex.orElse("") + " " + why));
      }
    }
    assertThat(found).isGreaterThan(10);
    assertThat(offences).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a)*",
        "(?:[:,]x+)*",
        "(ab){2,3}",
        "a*a*",
        "a+[a-z]*",
        "a*b?a*",
        "x*(b)?x*",
        ".*,.*",
        "[0-9]+\\.?[0-9]*",
        "(a+|b)a*",
        "[^}]*\"x\":\\s*"
      })
  void unsafe(String regex) {
    assertThat(RegexShape.offence(regex)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a-z](?:[-a-z]*[a-z])?",
        "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,6})?",
        "(.+)-\\d{8,10}",
        "a*b+c*",
        "[]a]*\\[[^\\]]*"
      })
  void safe(String regex) {
    assertThat(RegexShape.offence(regex)).isEmpty();
  }

  /** The string that a call has as its argument, in one or more parts. */
  private static Optional<String> literal(String source, int start) {
    StringBuilder text = new StringBuilder();
    Matcher part = LITERAL.matcher(source);
    int at = start;
    while (part.region(at, source.length()).lookingAt()) {
      text.append(part.group(1).translateEscapes());
      at = part.end();
      if (part.group(2).isEmpty()) {
        return source.charAt(at) == ')' || source.charAt(at) == ','
            ? Optional.of(text.toString())
            : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
