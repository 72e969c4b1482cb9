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

  /** Whether it did answer, that it does not know who asks, or what they may. */
  private boolean hasRefused;

  /** The event that has told of it last; empty: all is well. */
  private String told = "";

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
      hasRefused = false;
    }
  }

  /**
   * It did not answer what it was asked.
   *
   * @param refusesCredentials whether it said that it does not take the credentials
   */
  synchronized void onFailure(String why, boolean refusesCredentials) {
    reason = why;
    hasRefused = refusesCredentials;
  }

  /** It has answered. */
  synchronized void onAnswer() {
    isOpen = false;
    if (isAway()) {
      told = "";
      events.accept(event(Event.Level.INFO, "api-server-back"));
    }
  }

  /** Looks how long it has not answered. To be called again and again. */
  synchronized void look(long now) {
    String name = hasRefused ? "credentials-refused" : "api-server-away";
    if (isOpen && !told.equals(name) && now - openSince >= patience) {
      told = name;
      events.accept(event(Event.Level.WARN, name).with("reason", reason));
    }
  }

  /** Whether it has not answered for a while, or only that it does not take the credentials. */
  synchronized boolean isAway() {
    return !told.isEmpty();
  }

  private Event event(Event.Level level, String name) {
    return Event.of(level, name).with("cluster", cluster).with("server", server);
  }
}
