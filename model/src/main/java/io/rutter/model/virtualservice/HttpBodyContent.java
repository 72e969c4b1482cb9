// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import static java.util.Objects.requireNonNull;

/** The content of a response body: a string or bytes. */
public sealed interface HttpBodyContent {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link HttpBodyContent}. */
  enum Kind {
    /** {@link Text}. */
    TEXT,
    /** {@link Bytes}. */
    BYTES
  }

  /**
   * The body as a string.
   *
   * @param value the value of {@code string}
   */
  record Text(String value) implements HttpBodyContent {
    /** Checks that the value is not null. */
    public Text {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.TEXT;
    }
  }

  /**
   * The body as base64, for content that is not text.
   *
   * @param value the value of {@code bytes}
   */
  record Bytes(String value) implements HttpBodyContent {
    /** Checks that the value is not null. */
    public Bytes {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.BYTES;
    }
  }
}
