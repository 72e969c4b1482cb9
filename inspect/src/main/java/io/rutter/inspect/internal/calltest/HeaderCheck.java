// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import static java.util.Locale.ROOT;

import io.rutter.inspect.calltest.HeaderExpectation;
import io.rutter.inspect.calltest.HeaderExpectation.Kind;
import io.rutter.inspect.internal.simulator.match.StringMatch;
import java.util.Optional;

/** Compares the value of a header with its expectation. */
final class HeaderCheck {
  private HeaderCheck() {}

  static boolean fits(HeaderExpectation expected, Optional<String> value) {
    if (expected.kind() == Kind.ABSENT) {
      return value.isEmpty();
    }
    String text = expected.text();
    return value
        .map(
            actual ->
                switch (expected.kind()) {
                  case EXACT -> actual.equals(text);
                  case PREFIX -> actual.startsWith(text);
                  case SUFFIX -> actual.endsWith(text);
                  case CONTAINS -> actual.contains(text);
                  case REGEX -> StringMatch.matches(text, actual);
                  case PRESENT -> true;
                  case ABSENT -> false;
                })
        .orElse(false);
  }

  static String print(HeaderExpectation expected) {
    return switch (expected.kind()) {
      case EXACT -> Differences.quote(expected.text());
      case PRESENT -> "present";
      case ABSENT -> "missing";
      case PREFIX, SUFFIX, CONTAINS, REGEX ->
          expected.kind().name().toLowerCase(ROOT) + " " + Differences.quote(expected.text());
    };
  }
}
