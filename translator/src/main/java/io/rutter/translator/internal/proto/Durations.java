// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.protobuf.Duration;

/** Times. */
public final class Durations {
  /** No time at all; for most of Envoy's timeouts this turns the timeout off. */
  public static final Duration ZERO = Duration.getDefaultInstance();

  /** Protobuf's Duration ends after some 10,000 years. */
  private static final java.time.Duration LONGEST =
      java.time.Duration.ofSeconds(com.google.protobuf.util.Durations.MAX_VALUE.getSeconds());

  private Durations() {}

  /** The same time as protobuf value; the longest that it can hold where this one is longer. */
  public static Duration of(java.time.Duration duration) {
    java.time.Duration held = bounded(duration);
    boolean rounded = held.isNegative() && held.getNano() != 0;
    return Duration.newBuilder()
        .setSeconds(rounded ? held.getSeconds() + 1 : held.getSeconds())
        .setNanos(rounded ? held.getNano() - 1_000_000_000 : held.getNano())
        .build();
  }

  private static java.time.Duration bounded(java.time.Duration duration) {
    if (duration.compareTo(LONGEST) > 0) {
      return LONGEST;
    }
    return duration.compareTo(LONGEST.negated()) < 0 ? LONGEST.negated() : duration;
  }

  /** That many seconds. */
  public static Duration ofSeconds(long seconds) {
    return Duration.newBuilder().setSeconds(seconds).build();
  }
}
