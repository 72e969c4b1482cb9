// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.controlplane.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When it is told that an API server is away, by a clock of the test's own. */
class ApiServerReachTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final List<Event> events = new ArrayList<>();
  private final ApiServerReach reach =
      new ApiServerReach("west", "https://west.test", Duration.ofSeconds(10), events::add);

  private void ask(long second) {
    reach.onQuestion(second * SECOND);
    reach.look(second * SECOND);
  }

  private void fail(long second) {
    ask(second);
    reach.onFailure("refused", false);
    reach.look(second * SECOND);
  }

  @Test
  void aRestartIsNoNews() {
    for (int second = 0; second < 10; second++) {
      fail(second);
    }
    reach.onAnswer();
    reach.look(1_000 * SECOND);
    assertThat(reach.isAway()).isFalse();
    assertThat(events).isEmpty();
  }

  @Test
  void itIsToldOnceAndWhenItIsBack() {
    for (int second = 0; second < 40; second++) {
      fail(second);
    }
    assertThat(reach.isAway()).isTrue();
    reach.onAnswer();
    reach.onAnswer();
    assertThat(reach.isAway()).isFalse();
    assertThat(events)
        .extracting(Event::name)
        .containsExactly("api-server-away", "api-server-back");
    assertThat(events.get(0).details())
        .containsEntry("cluster", "west")
        .containsEntry("server", "https://west.test")
        .containsEntry("reason", "refused");
  }

  @Test
  void thatItRefusesTheCredentialsIsToldAsThat() {
    for (int second = 0; second < 40; second++) {
      ask(second);
      reach.onFailure("status 401: Unauthorized", true);
    }
    assertThat(reach.isAway()).isTrue();
    fail(40);
    reach.onAnswer();
    assertThat(events)
        .extracting(Event::name)
        .containsExactly("credentials-refused", "api-server-away", "api-server-back");
    assertThat(events.get(0).details()).containsEntry("reason", "status 401: Unauthorized");
  }

  @Test
  void aQuestionThatIsNeverAnsweredCounts() {
    ask(0);
    reach.look(10 * SECOND - 1);
    assertThat(events).isEmpty();
    reach.look(10 * SECOND);
    assertThat(events)
        .singleElement()
        .satisfies(e -> assertThat(e.details()).containsEntry("reason", "no answer"));
  }

  @Test
  void nothingIsAwayThatWasNotAsked() {
    reach.look(Long.MAX_VALUE);
    assertThat(events).isEmpty();
  }
}
