// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

/**
 * The expected value of a header.
 *
 * @param kind how its value is compared
 * @param text the string to compare with; empty for presence and absence
 */
public record HeaderExpectation(Kind kind, String text) {
  /** How the value of a header is compared. */
  public enum Kind {
    /** The value equals the string. */
    EXACT,
    /** The value starts with the string. */
    PREFIX,
    /** The value ends with the string. */
    SUFFIX,
    /** The value contains the string. */
    CONTAINS,
    /** The string is a regular expression (RE2) that matches the whole value. */
    REGEX,
    /** The header is present. */
    PRESENT,
    /** The header is absent. */
    ABSENT
  }

  /** Expects this value. */
  public static HeaderExpectation exact(String text) {
    return new HeaderExpectation(Kind.EXACT, text);
  }
}
