// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When something is tried again, by a clock of the test's own. */
class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));

  private static long seconds(long number) {
    return Duration.ofSeconds(number).toNanos();
  }

  @Test
  void whatHasNotFailedIsNotTriedAgain() {
    assertThat(backoff.isDue(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void pausesDoubleUpToTheLongest() {
    assertThat(backoff.onFailure(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.isDue(seconds(1) - 1)).isFalse();
    assertThat(backoff.isDue(seconds(1))).isTrue();
    assertThat(backoff.onFailure(0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(backoff.onFailure(0)).isEqualTo(Duration.ofSeconds(4));
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.onFailure(0)).isEqualTo(Duration.ofSeconds(5));
    }
    assertThat(backoff.failures()).isEqualTo(103);
    backoff.reset();
    assertThat(backoff.isDue(Long.MAX_VALUE)).isFalse();
    assertThat(backoff.onFailure(0)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void timeMayOverflow() {
    Duration unused = backoff.onFailure(Long.MAX_VALUE);
    assertThat(backoff.isDue(Long.MAX_VALUE)).isFalse();
    assertThat(backoff.isDue(Long.MAX_VALUE + seconds(1))).isTrue();
  }
}
