// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import io.rutter.controlplane.StackSummary;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again in a thread of its own, whatever comes of it. */
final class Repetition implements AutoCloseable {
  private final ScheduledExecutorService thread;
  private volatile long lastEnd = System.nanoTime();

  private Repetition(ScheduledExecutorService thread) {
    this.thread = thread;
  }

  /**
   * Starts at once.
   *
   * @param pause between the end of one time and the next
   * @param events is told of what is thrown
   */
  @SuppressWarnings("FutureReturnValueIgnored") // It ends when the executor is shut down.
  static Repetition start(String name, Duration pause, Runnable task, EventSink events) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            run -> {
              Thread made = new Thread(run, name);
              made.setDaemon(true);
              return made;
            });
    Repetition repetition = new Repetition(thread);
    thread.scheduleWithFixedDelay(
        () -> {
          try {
            task.run();
          } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            events.accept(
                Event.of(Event.Level.ERROR, "internal-error")
                    .with("in", name)
                    .with("error", StackSummary.of(e)));
          }
          repetition.lastEnd = System.nanoTime();
        },
        0,
        pause.toNanos(),
        TimeUnit.NANOSECONDS);
    return repetition;
  }

  /** How long ago it was last done. */
  Duration sinceLast() {
    return Duration.ofNanos(System.nanoTime() - lastEnd);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
