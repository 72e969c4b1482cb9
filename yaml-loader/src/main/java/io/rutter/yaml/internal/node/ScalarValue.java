// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import io.rutter.model.problem.VisibleText;
import java.math.BigDecimal;

/** The value of a scalar: what JSON would have in its place. */
sealed interface ScalarValue {
  /** Nothing: {@code null}, {@code ~} or an empty place. */
  ScalarValue NULL = new Null();

  /** The value as a message shows it. */
  String display();

  /** The value as the key of a mapping, where JSON only has strings. */
  String asKey();

  /** No value. */
  record Null() implements ScalarValue {
    @Override
    public String display() {
      return "null";
    }

    @Override
    public String asKey() {
      return "null";
    }
  }

  /** A string. */
  record Text(String value) implements ScalarValue {
    private static final int LONGEST_SHOWN = 60;

    @Override
    public String display() {
      int length = value.codePointCount(0, value.length());
      String shown =
          length <= LONGEST_SHOWN
              ? value
              : value.substring(0, value.offsetByCodePoints(0, LONGEST_SHOWN)) + "...";
      return '"' + VisibleText.of(shown) + '"';
    }

    @Override
    public String asKey() {
      return value;
    }
  }

  /** A boolean. */
  record Bool(boolean value) implements ScalarValue {
    @Override
    public String display() {
      return Boolean.toString(value);
    }

    @Override
    public String asKey() {
      return display();
    }
  }

  /** A number. */
  record Numeric(BigDecimal value) implements ScalarValue {
    private static final int LONGEST_PLAIN = 40;

    @Override
    public String display() {
      boolean isShort = Math.abs((long) value.scale()) + value.precision() <= LONGEST_PLAIN;
      return isShort ? value.toPlainString() : value.toString();
    }

    @Override
    public String asKey() {
      return display();
    }
  }

  /** Infinity, or not a number: no JSON has it. */
  record NotFinite(String text) implements ScalarValue {
    @Override
    public String display() {
      return text;
    }

    @Override
    public String asKey() {
      return text;
    }
  }
}
