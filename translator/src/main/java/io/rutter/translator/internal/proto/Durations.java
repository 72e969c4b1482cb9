// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.proto;

import com.google.protobuf.Duration;

/** Times. */
public final class Durations {
  /** No time at all; for most of Envoy's timeouts this turns the timeout off. */
  public static final Duration ZERO = Duration.getDefaultInstance();

  private Durations() {}

  /** The same time as protobuf value. */
  public static Duration of(java.time.Duration duration) {
    return Duration.newBuilder()
        .setSeconds(
            duration.isNegative() && duration.getNano() != 0
                ? duration.getSeconds() + 1
                : duration.getSeconds())
        .setNanos(
            duration.isNegative() && duration.getNano() != 0
                ? duration.getNano() - 1_000_000_000
                : duration.getNano())
        .build();
  }

  /** That many seconds. */
  public static Duration ofSeconds(long seconds) {
    return Duration.newBuilder().setSeconds(seconds).build();
  }
}
