// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import java.time.Duration;

/**
 * When what has failed is tried again: after a pause that is twice as long each time, up to a
 * longest. It is told the time, in nanoseconds since any moment. Used by one thread.
 */
final class Backoff {
  private final long first;
  private final long longest;
  private long pause;
  private int failures;
  private long due;

  /**
   * Nothing has failed.
   *
   * @param first the pause after the first failure
   * @param longest no pause is longer
   */
  Backoff(Duration first, Duration longest) {
    this.first = first.toNanos();
    this.longest = longest.toNanos();
    this.pause = this.first;
  }

  /** It has failed, once more; returns the pause until it is tried again. */
  Duration onFailure(long time) {
    Duration until = Duration.ofNanos(pause);
    due = time + pause;
    pause = Math.min(2 * pause, longest);
    failures++;
    return until;
  }

  /** It has not failed, or shall be tried as if it never had. */
  void reset() {
    failures = 0;
    pause = first;
  }

  /** How many times it has failed since it did not. */
  int failures() {
    return failures;
  }

  /** Whether it has failed, and is to be tried again now. */
  boolean isDue(long time) {
    return failures > 0 && time - due >= 0;
  }
}
