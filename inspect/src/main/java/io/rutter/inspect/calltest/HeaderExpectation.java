// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

/**
 * What is expected of a header.
 *
 * @param kind how its value is compared
 * @param text with what; empty for those that look at its presence
 */
public record HeaderExpectation(Kind kind, String text) {
  /** How the value of a header is compared. */
  public enum Kind {
    /** It is the text. */
    EXACT,
    /** It starts with the text. */
    PREFIX,
    /** It ends with the text. */
    SUFFIX,
    /** It has the text in it. */
    CONTAINS,
    /** The text is a regular expression (RE2) for all of it. */
    REGEX,
    /** It is there. */
    PRESENT,
    /** It is not there. */
    ABSENT
  }

  /** Expects this value. */
  public static HeaderExpectation exact(String text) {
    return new HeaderExpectation(Kind.EXACT, text);
  }
}
