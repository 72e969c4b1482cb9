// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import io.rutter.controlplane.Event;
import io.rutter.model.MeshSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When statuses are written, and written again, by a clock of the test's own. */
class StatusRoundsTest {
  private static final ServedMesh MESH =
      new ServedMesh(MeshSnapshot.builder().build(), ImmutableListMultimap.of());

  private final List<Event> events = new ArrayList<>();
  private final List<ServedMesh> written = new ArrayList<>();
  private boolean isLeading = true;
  private boolean fails;
  private final StatusRounds rounds = new StatusRounds(() -> isLeading, this::write, events::add);
  private long now;

  private boolean write(ServedMesh mesh) {
    written.add(mesh);
    return !fails;
  }

  private void pass(Duration time) {
    long end = now + time.toNanos();
    for (; now < end; now += Duration.ofMillis(100).toNanos()) {
      rounds.look(now);
    }
  }

  private List<String> told() {
    return events.stream().map(Event::name).toList();
  }

  @Test
  void eachMeshIsWrittenOnce() {
    pass(Duration.ofMinutes(1));
    assertThat(written).isEmpty();
    rounds.onServed(MESH);
    pass(Duration.ofMinutes(1));
    assertThat(written).containsExactly(MESH);
    assertThat(told()).isEmpty();
  }

  @Test
  void onlyTheLeaderWrites() {
    isLeading = false;
    rounds.onServed(MESH);
    pass(Duration.ofMinutes(1));
    assertThat(written).isEmpty();
    isLeading = true;
    rounds.onLeader();
    pass(Duration.ofMinutes(1));
    assertThat(written).hasSize(1);
  }

  @Test
  void whatFailsIsTriedAgainUntilItIsWritten() {
    fails = true;
    rounds.onServed(MESH);
    pass(Duration.ofSeconds(10));
    assertThat(written).hasSize(4); // At 0, 1, 3 and 7 s.
    fails = false;
    pass(Duration.ofMinutes(10));
    assertThat(written).hasSize(5);
    assertThat(told()).containsExactly("statuses-behind", "statuses-written");
  }

  @Test
  void whatFailsForeverIsGivenUpUntilTheNextMesh() {
    fails = true;
    rounds.onServed(MESH);
    pass(Duration.ofHours(1));
    assertThat(written).hasSize(20);
    assertThat(told()).containsExactly("statuses-behind", "statuses-given-up");
    fails = false;
    rounds.onServed(MESH);
    pass(Duration.ofMinutes(1));
    assertThat(written).hasSize(21);
  }
}
