// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** How long an injected delay lasts. */
public sealed interface FaultDelayDuration {
  /** Which of the forms this is. */
  Kind kind();

  /** The forms of {@link FaultDelayDuration}. */
  enum Kind {
    /** {@link Fixed}. */
    FIXED,
    /** {@link Exponential}. */
    EXPONENTIAL
  }

  /**
   * Always the same time, in whole milliseconds, at least 1 ms.
   *
   * @param value what {@code fixedDelay} holds
   */
  record Fixed(Duration value) implements FaultDelayDuration {
    /** Checks that the value is not null. */
    public Fixed {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.FIXED;
    }
  }

  /**
   * Mean of random times; not supported, so the delay is invalid.
   *
   * @param value what {@code exponentialDelay} holds
   */
  record Exponential(Duration value) implements FaultDelayDuration {
    /** Checks that the value is not null. */
    public Exponential {
      requireNonNull(value, "value");
    }

    @Override
    public Kind kind() {
      return Kind.EXPONENTIAL;
    }
  }
}
