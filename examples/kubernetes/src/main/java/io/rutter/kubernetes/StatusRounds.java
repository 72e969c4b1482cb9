// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When statuses are written: after each mesh, and when this instance begins to lead. What could not
 * be written is tried again, later each time, until it is given up: then the next mesh is the next
 * time.
 */
final class StatusRounds {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** After about a quarter of an hour. */
  private static final int MOST_FAILURES = 20;

  private final BooleanSupplier isLeading;
  private final Predicate<ServedMesh> writer;
  private final EventSink events;
  private final Backoff again = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);

  /** What was served and is to be written at once; null: nothing. */
  private final AtomicReference<@Nullable ServedMesh> waiting = new AtomicReference<>();

  private volatile @Nullable ServedMesh last;

  /** Whether something could not be written, which was told. */
  private boolean isBehind;

  /**
   * Nothing was served.
   *
   * @param isLeading whether this instance writes
   * @param writer writes what differs from a mesh, and says whether it could write all of it
   */
  StatusRounds(BooleanSupplier isLeading, Predicate<ServedMesh> writer, EventSink events) {
    this.isLeading = isLeading;
    this.writer = writer;
    this.events = events;
  }

  /** A mesh was served. */
  void onServed(ServedMesh mesh) {
    last = mesh;
    waiting.set(mesh);
  }

  /** This instance begins or ends to write. */
  void onLeader() {
    waiting.set(last);
  }

  /**
   * Writes if there is something to write. To be called again and again by one thread.
   *
   * @param now the time, in nanoseconds since any moment
   */
  void look(long now) {
    if (!isLeading.getAsBoolean()) {
      again.reset(); // Whoever leads writes all of it.
      return;
    }
    ServedMesh next = waiting.getAndSet(null);
    if (next != null) {
      again.reset();
    }
    ServedMesh mesh = next == null && again.isDue(now) ? last : next;
    if (mesh != null) {
      Duration pause = again.onFailure(now); // As long as it has not come to its end.
      if (writer.test(mesh)) {
        again.reset();
        tellWritten();
      } else if (again.failures() < MOST_FAILURES) {
        tellBehind(pause);
      } else {
        again.reset();
        tellGivenUp();
      }
    }
  }

  private void tellWritten() {
    if (isBehind) {
      isBehind = false;
      events.accept(Event.of(Event.Level.INFO, "statuses-written"));
    }
  }

  private void tellBehind(Duration pause) {
    if (!isBehind) {
      isBehind = true;
      events.accept(
          Event.of(Event.Level.INFO, "statuses-behind").with("again-in-ms", pause.toMillis()));
    }
  }

  private void tellGivenUp() {
    isBehind = false;
    events.accept(
        Event.of(Event.Level.WARN, "statuses-given-up")
            .with("attempts", MOST_FAILURES)
            .with("until", "the next mesh"));
  }
}
