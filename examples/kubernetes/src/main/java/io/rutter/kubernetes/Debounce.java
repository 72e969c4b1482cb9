// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import java.time.Duration;

/**
 * When changes are brought to the proxies: a change waits until there was none for a while, so that
 * many cost as much as one, but never for longer than a bound. These are the rule and the times of
 * istiod ({@code PILOT_DEBOUNCE_AFTER}, {@code PILOT_DEBOUNCE_MAX}).
 *
 * <p>It is told the time, in nanoseconds since any moment. Safe for use by many threads.
 */
final class Debounce {
  /** istiod's: 100 ms of quiet, at most 10 s. */
  static final Duration QUIET = Duration.ofMillis(100);

  /** The longest that the first of many changes waits. */
  static final Duration MOST = Duration.ofSeconds(10);

  private final long quiet;
  private final long most;

  /** How many changes wait. */
  private long waiting;

  private long first;
  private long last;

  /**
   * Nothing waits.
   *
   * @param quiet how long there must be no change
   * @param most how long a change waits at most
   */
  Debounce(Duration quiet, Duration most) {
    this.quiet = quiet.toNanos();
    this.most = most.toNanos();
  }

  /** Something has changed. */
  synchronized void onChange(long now) {
    if (waiting == 0) {
      first = now;
    }
    last = now;
    waiting++;
  }

  /** How many changes are to be brought to the proxies now; they wait no longer. 0: none. */
  synchronized long take(long now) {
    if (waiting == 0 || (now - last < quiet && now - first < most)) {
      return 0;
    }
    long taken = waiting;
    waiting = 0;
    return taken;
  }
}
