// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When changes are served, by a clock of the test's own. */
class DebounceTest {
  private static final long MILLI = 1_000_000;

  private final Debounce debounce = new Debounce(Duration.ofMillis(100), Duration.ofSeconds(10));

  @Test
  void withoutAChangeThereIsNothingToDo() {
    assertThat(debounce.take(0)).isZero();
    assertThat(debounce.take(Long.MAX_VALUE)).isZero();
  }

  @Test
  void aChangeWaitsForQuiet() {
    debounce.onChange(0);
    assertThat(debounce.take(99 * MILLI)).isZero();
    debounce.onChange(99 * MILLI);
    assertThat(debounce.take(198 * MILLI)).isZero();
    assertThat(debounce.take(199 * MILLI)).isEqualTo(2);
    assertThat(debounce.take(500 * MILLI)).isZero();
  }

  @Test
  void withoutQuietTheFirstChangeWaitsNoLongerThanTheMost() {
    long time = 0;
    for (; time < 10_000 * MILLI; time += 50 * MILLI) {
      debounce.onChange(time);
      assertThat(debounce.take(time)).isZero();
    }
    assertThat(debounce.take(time)).isEqualTo(200);
    debounce.onChange(time);
    assertThat(debounce.take(time + 50 * MILLI)).isZero();
  }

  @Test
  void timeMayOverflow() {
    long now = Long.MAX_VALUE - 10;
    debounce.onChange(now);
    assertThat(debounce.take(now + 99 * MILLI)).isZero();
    assertThat(debounce.take(now + 100 * MILLI)).isEqualTo(1);
  }
}
