// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

import static java.util.Objects.requireNonNull;

/**
 * How a string is compared. Istio reference: Virtual Service, {@code StringMatch}; all comparisons
 * are case-sensitive.
 */
public sealed interface StringMatch {
  /** Which of the four forms this is. */
  Kind kind();

  /** The forms of a {@link StringMatch}. */
  enum Kind {
    /** {@link Exact}. */
    EXACT,
    /** {@link Prefix}. */
    PREFIX,
    /** {@link Regex}. */
    REGEX,
    /** {@link Present}. */
    PRESENT
  }

  /**
   * The whole string equals the value.
   *
   * @param value the string
   */
  record Exact(String value) implements StringMatch {
    /** Checks that the value is not null. */
    public Exact {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.EXACT;
    }
  }

  /**
   * The string starts with the value.
   *
   * @param value the first characters
   */
  record Prefix(String value) implements StringMatch {
    /** Checks that the value is not null. */
    public Prefix {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.PREFIX;
    }
  }

  /**
   * The whole string matches an RE2 expression.
   *
   * @param value the expression, in RE2 syntax
   */
  record Regex(String value) implements StringMatch {
    /** Checks that the value is not null. */
    public Regex {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.REGEX;
    }
  }

  /** Matches any value that is present: an empty {@code StringMatch} in YAML. */
  record Present() implements StringMatch {
    @Override
    public Kind kind() {
      return Kind.PRESENT;
    }
  }

  /** Matches exactly this string. */
  static StringMatch exact(String value) {
    return new Exact(value);
  }

  /** Matches every string with this prefix. */
  static StringMatch prefix(String value) {
    return new Prefix(value);
  }

  /** Matches every string that the RE2 expression matches as a whole. */
  static StringMatch regex(String value) {
    return new Regex(value);
  }

  /** Matches any value that is present. */
  static StringMatch present() {
    return new Present();
  }
}
