// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import static java.util.Objects.requireNonNull;

/** The port that a redirect points to: a number or a rule to find one. */
public sealed interface RedirectPort {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link RedirectPort}. */
  enum Kind {
    /** {@link Fixed}. */
    FIXED,
    /** {@link Derived}. */
    DERIVED
  }

  /**
   * A fixed port, 1 to 65535; left out of the redirect when it is the usual one of the scheme.
   *
   * @param value what {@code port} holds
   */
  record Fixed(int value) implements RedirectPort {
    @Override
    public Kind kind() {
      return Kind.FIXED;
    }
  }

  /**
   * A rule to find the port.
   *
   * @param value what {@code derivePort} holds
   */
  record Derived(RedirectPortSelection value) implements RedirectPort {
    /** Checks that the value is not null. */
    public Derived {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.DERIVED;
    }
  }
}
