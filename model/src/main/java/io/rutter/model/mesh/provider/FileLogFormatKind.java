// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;

/** Text or JSON format (Istio reference: EnvoyFileAccessLogProvider.LogFormat). */
public sealed interface FileLogFormatKind {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link FileLogFormatKind}. */
  enum Kind {
    /** {@link Text}. */
    TEXT,
    /** {@link Labels}. */
    LABELS
  }

  /**
   * A line with command operators; a missing line end is added, an empty one means the built-in
   * line.
   *
   * @param value the value of {@code text}
   */
  record Text(String value) implements FileLogFormatKind {
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
   * A JSON object whose values hold command operators; an empty one means the built-in object.
   *
   * @param value what {@code labels} holds
   */
  record Labels(ImmutableMap<String, Object> value) implements FileLogFormatKind {
    /** Checks that the value is not null. */
    public Labels {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.LABELS;
    }
  }
}
