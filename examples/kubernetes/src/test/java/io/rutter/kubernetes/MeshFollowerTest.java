// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rutter.controlplane.Event;
import io.rutter.controlplane.Waiting;
import io.rutter.javacontrolplane.RutterCache;
import io.rutter.javacontrolplane.XdsListener;
import io.rutter.yaml.ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a fault while a mesh is made leaves behind: nothing, by a clock of the test's own. */
class MeshFollowerTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<ServedMesh> served = new ArrayList<>();
  private final ApiServer api = Followed.newServer();
  private final Debounce debounce = new Debounce(Duration.ofMillis(100), Duration.ofSeconds(10));
  private final ClusterWatch watch =
      new ClusterWatch(
          api.client,
          new ApiServerReach("Kubernetes", "test", ApiServerReach.PATIENCE, events::add),
          ObjectStore.kinds(),
          new Revision(""),
          () -> {},
          events::add);
  private final RenewedWatch<io.fabric8.kubernetes.api.model.ConfigMap> settings =
      RenewedWatch.start(
          () ->
              WatchedObjects.start(
                  api.client.configMaps().inNamespace("istio-system").runnableInformer(0),
                  "ConfigMaps",
                  (one, other) -> true,
                  object -> {},
                  events::add),
          () -> {});
  private final MeshFollower follower =
      new MeshFollower(
          List.of(new ClusterMesh("Kubernetes", watch)),
          new MeshSettings("istio-system/istio", text -> Map.of(), events::add),
          settings,
          RutterCache.create(XdsListener.NONE),
          new Metrics(),
          events::add,
          debounce,
          this::onServed);

  private boolean isFaulty;
  private int attempts;

  private void onServed(ServedMesh mesh) {
    attempts++;
    if (isFaulty) {
      throw new IllegalStateException("a fault");
    }
    served.add(mesh);
  }

  @BeforeEach
  void follow() {
    assertThat(watch.discover()).isTrue();
    Waiting.until(
        "listed",
        () -> events,
        () -> {
          watch.begin();
          return watch.isSynced() && settings.isSynced();
        });
  }

  @AfterEach
  void stop() {
    watch.close();
    settings.close();
    api.close();
  }

  private void assertFails(long now) {
    assertThatThrownBy(() -> follower.look(now)).hasMessage("a fault");
  }

  @Test
  void theFirstMeshIsMadeAgainUntilItIsThere() {
    isFaulty = true;
    assertFails(0);
    follower.look(SECOND / 2);
    assertThat(attempts).isEqualTo(1);
    assertFails(SECOND);
    isFaulty = false;
    follower.look(2 * SECOND);
    assertThat(served).isEmpty();
    follower.look(3 * SECOND);
    assertThat(served).hasSize(1);
    assertThat(follower.isServing()).isTrue();
    follower.look(1_000 * SECOND);
    assertThat(served).hasSize(1);
  }

  @Test
  void changesOfAMeshThatCouldNotBeMadeAreNotLost() {
    follower.look(0);
    isFaulty = true;
    debounce.onChange(SECOND);
    assertFails(2 * SECOND);
    isFaulty = false;
    follower.look(2 * SECOND + 1);
    assertThat(served).hasSize(1);
    follower.look(3 * SECOND);
    assertThat(served).hasSize(2);
    assertThat(events)
        .filteredOn(event -> event.name().equals("mesh-served"))
        .last()
        .satisfies(event -> assertThat(event.details()).containsEntry("changes", "1"));
  }

  @Test
  void theNextChangeDoesNotWaitForTheNextAttempt() {
    follower.look(0);
    isFaulty = true;
    debounce.onChange(0);
    for (int second = 1; second < 100; second++) {
      try {
        follower.look(second * SECOND);
      } catch (IllegalStateException expected) {
        // At 1, 2, 4, ... 64 s.
      }
    }
    assertThat(attempts).isEqualTo(8);
    isFaulty = false;
    debounce.onChange(100 * SECOND);
    follower.look(101 * SECOND);
    assertThat(served).hasSize(2);
  }
}
