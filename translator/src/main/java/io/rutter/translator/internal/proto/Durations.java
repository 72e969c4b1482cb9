// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.protobuf.Duration;

/** Durations as protobuf values. */
public final class Durations {
  /** Zero, which turns most of Envoy's timeouts off. */
  public static final Duration ZERO = Duration.getDefaultInstance();

  /** Protobuf's Duration ends after some 10,000 years. */
  private static final java.time.Duration LONGEST =
      java.time.Duration.ofSeconds(com.google.protobuf.util.Durations.MAX_VALUE.getSeconds());

  private Durations() {}

  /** The duration as protobuf value, limited to the longest that protobuf can hold. */
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

  /** A duration in seconds. */
  public static Duration ofSeconds(long seconds) {
    return Duration.newBuilder().setSeconds(seconds).build();
  }
}
