// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import static java.util.Objects.requireNonNull;

/** The port of the workload behind a port of a service. */
public sealed interface TargetPort {
  /** Which of the forms this is. */
  Kind kind();

  /** A port number. */
  static TargetPort of(int number) {
    return new Fixed(number);
  }

  /** The name of a container port, which each workload may give another number. */
  static TargetPort of(String name) {
    return new Named(name);
  }

  /** The forms of {@link TargetPort}. */
  enum Kind {
    /** {@link Fixed}. */
    FIXED,
    /** {@link Named}. */
    NAMED
  }

  /**
   * A port number.
   *
   * @param value what {@code number} holds
   */
  record Fixed(int value) implements TargetPort {
    @Override
    public Kind kind() {
      return Kind.FIXED;
    }
  }

  /**
   * The name of a container port.
   *
   * @param value what {@code name} holds
   */
  record Named(String value) implements TargetPort {
    /** Checks that the value is not null. */
    public Named {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.NAMED;
    }
  }
}
