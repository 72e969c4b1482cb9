// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which of several instances writes: the one that has the Lease. All serve; only what is written to
 * the API server must be written by one.
 */
final class Leader implements AutoCloseable {
  private static final Duration LEASE = Duration.ofSeconds(15);
  private static final Duration RENEW = Duration.ofSeconds(10);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final KubernetesClient client;
  private final LeaderElectionConfig config;
  private final AtomicReference<String> told = new AtomicReference<>("");
  private volatile boolean isLeading;
  private boolean isClosed;
  private @Nullable CompletableFuture<?> election;

  /**
   * Takes no part yet.
   *
   * @param namespace where the Lease is
   * @param instance names this instance among the others
   * @param onChange is told when this instance begins or ends to lead, from any thread
   */
  Leader(
      KubernetesClient client,
      String namespace,
      String lease,
      String instance,
      Runnable onChange,
      EventSink events) {
    this.client = client;
    this.config =
        new LeaderElectionConfigBuilder()
            .withName(lease)
            .withLock(new LeaseLock(namespace, lease, instance))
            .withLeaseDuration(LEASE)
            .withRenewDeadline(RENEW)
            .withRetryPeriod(RETRY)
            .withReleaseOnCancel(true)
            .withLeaderCallbacks(
                new LeaderCallbacks(
                    () -> set(true, onChange),
                    () -> set(false, onChange),
                    leader -> tell(leader, leader.equals(instance), events)))
            .build();
  }

  /** The client tells it of its own lead twice. */
  private void tell(String leader, boolean isThis, EventSink events) {
    if (!leader.equals(told.getAndSet(leader))) {
      events.accept(
          isThis
              ? Event.of(Event.Level.INFO, "leader").with("instance", leader)
              : Event.of(Event.Level.INFO, "following").with("leader", leader));
    }
  }

  private void set(boolean now, Runnable onChange) {
    isLeading = now;
    onChange.run();
  }

  /** Takes part in the election; whoever loses the Lease takes part again. */
  synchronized void start() {
    if (!isClosed) {
      CompletableFuture<?> round = client.leaderElector().withConfig(config).build().start();
      election = round;
      CompletableFuture<?> unused = round.whenComplete((result, error) -> start());
    }
  }

  /** Whether this instance has the Lease. */
  boolean isLeading() {
    return isLeading;
  }

  /** Gives the Lease back. */
  @Override
  public void close() {
    CompletableFuture<?> last;
    synchronized (this) {
      isClosed = true;
      last = election;
    }
    if (last != null) {
      last.cancel(true);
    }
  }
}
