// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import java.time.Duration;

/**
 * Whether the API server of a cluster answers. That it does not is told once, when it has not for a
 * while: a restart is no news. A question that is never answered counts too, so one thread asks,
 * and another one looks how long that takes.
 *
 * <p>It is told the time, in nanoseconds since any moment. Safe for use by many threads.
 */
final class ApiServerReach {
  /** How long no answer is no news. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String cluster;
  private final Object server;
  private final long patience;
  private final EventSink events;
  private boolean isOpen;
  private long openSince;
  private String reason = "";
  private boolean isAway;

  /**
   * Nothing has been asked.
   *
   * @param cluster the cluster's id
   * @param server its API server, for a person
   * @param patience how long no answer is no news
   */
  ApiServerReach(String cluster, Object server, Duration patience, EventSink events) {
    this.cluster = cluster;
    this.server = server;
    this.patience = patience.toNanos();
    this.events = events;
  }

  /** It is asked; the first question since it answered last counts. */
  synchronized void onQuestion(long now) {
    if (!isOpen) {
      isOpen = true;
      openSince = now;
      reason = "no answer";
    }
  }

  /** It did not answer what it was asked. */
  synchronized void onFailure(String why) {
    reason = why;
  }

  /** It has answered. */
  synchronized void onAnswer() {
    isOpen = false;
    if (isAway) {
      isAway = false;
      events.accept(event(Event.Level.INFO, "api-server-back"));
    }
  }

  /** Looks how long it has not answered. To be called again and again. */
  synchronized void look(long now) {
    if (isOpen && !isAway && now - openSince >= patience) {
      isAway = true;
      events.accept(event(Event.Level.WARN, "api-server-away").with("reason", reason));
    }
  }

  /** Whether it has not answered for a while. */
  synchronized boolean isAway() {
    return isAway;
  }

  private Event event(Event.Level level, String name) {
    return Event.of(level, name).with("cluster", cluster).with("server", server);
  }
}
