// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.base.Function;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.envoyproxy.controlplane.cache.Resources;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the Envoy of one stream from the state that it has to the next in an order that loses no
 * request (Envoy document: xDS protocol, "Eventual consistency considerations"): first new clusters
 * with their endpoints, then listeners and routes, and when Envoy has acknowledged these, what is
 * no longer used goes. The next state waits until the one before has arrived; only the newest
 * waits.
 *
 * <p>Not safe for threads: its stream calls it under a lock.
 *
 * @param <S> how its types are asked for and answered
 */
final class Rollout<S extends Subscription> {
  private enum Step {
    CLUSTERS,
    LISTENERS,
    REMOVALS
  }

  /** In the order in which they are answered. */
  private final ImmutableMap<String, S> subscriptions;

  /** What Envoy has acknowledged last. */
  private ProxyState good = ProxyState.EMPTY;

  private ProxyState served = ProxyState.EMPTY;
  private ProxyState target = ProxyState.EMPTY;
  private @Nullable ProxyState next;
  private @Nullable Step step;

  /** How often a step has begun: tells whether one has ended since. */
  private long steps;

  /**
   * A rollout that has not begun.
   *
   * @param subscription makes that of a type
   */
  Rollout(Function<String, S> subscription) {
    subscriptions = Maps.toMap(Resources.V3.TYPE_URLS, subscription);
  }

  /** Brings Envoy to this state, step by step. */
  void start(ProxyState state) {
    next = state;
    if (step == null) {
      startNext();
    }
  }

  /** Brings an Envoy to this state that has another one from the stream before. */
  void start(ProxyState state, ProxyState hasAlready) {
    good = hasAlready;
    start(state);
  }

  /** Whether Envoy has acknowledged all that it shall have. */
  boolean isSettled() {
    return isStarted() && step == null && next == null && isAcked(Step.REMOVALS);
  }

  /** A request of a type has come, which refuses the last response or does not. */
  void onRequest(String type, boolean isRefusal) {
    if (isRefusal) {
      step = null;
      startNext();
    } else {
      advance();
    }
    onReady();
  }

  /** Sends what Envoy lacks of a type, if it can be sent now. */
  void answer(String type) {
    answer(subscription(type));
  }

  /** Envoy reads again: sends what has waited for that. */
  void onReady() {
    subscriptions.values().forEach(this::answer);
  }

  /** The step that Envoy has not acknowledged yet, with a number of its own. */
  Optional<Long> pendingStep() {
    return step == null ? Optional.empty() : Optional.of(steps);
  }

  /**
   * Goes on without the acknowledgment of the present step. What Envoy has taken stays the ground
   * for the states to come.
   *
   * @return the step's name
   */
  String passOver() {
    Step passed = step;
    if (passed == null) {
      return "none";
    }
    if (next != null) {
      step = null;
      startNext();
    } else {
      leave(passed);
      advance();
    }
    onReady();
    return passed.name().toLowerCase(Locale.ROOT);
  }

  private void startNext() {
    if (next == null) {
      return;
    }
    target = next;
    next = null;
    if (good.equals(ProxyState.EMPTY)) {
      begin(Step.REMOVALS, target);
    } else {
      begin(Step.CLUSTERS, good.withClustersOf(target));
    }
    advance();
  }

  private void begin(Step now, ProxyState state) {
    step = now;
    steps++;
    served = state;
    subscriptions.values().forEach(this::answer);
  }

  private void advance() {
    while (step != null && isAcked(step)) {
      good = served;
      leave(step);
    }
    if (step == null && isAcked(Step.REMOVALS)) {
      good = served; // Acknowledged late, when the step had been passed over.
    }
  }

  private void leave(Step done) {
    switch (done) {
      case CLUSTERS -> begin(Step.LISTENERS, served.withListenersOf(target));
      case LISTENERS -> begin(Step.REMOVALS, target);
      case REMOVALS -> {
        step = null;
        startNext();
      }
    }
  }

  private void answer(S subscription) {
    if (isStarted()) {
      ImmutableSet<String> sent = subscription.answer(served, mayRemove(subscription));
      if (subscription == subscriptions.get(Resources.V3.CLUSTER_TYPE_URL) && !sent.isEmpty()) {
        S endpoints = subscription(Resources.V3.ENDPOINT_TYPE_URL);
        endpoints.onClustersSent(sent);
        answer(endpoints);
      }
    }
  }

  /**
   * Whether what is served no more may go. Where the state that Envoy had is not known all is sent
   * in one step; clusters that it has from another time then go when its listeners do without.
   */
  private boolean mayRemove(S subscription) {
    return step != Step.REMOVALS
        || subscription != subscriptions.get(Resources.V3.CLUSTER_TYPE_URL)
        || isAcked(Step.LISTENERS);
  }

  /** Whether there is something to serve. */
  private boolean isStarted() {
    return !target.equals(ProxyState.EMPTY);
  }

  private boolean isAcked(Step upTo) {
    return switch (upTo) {
      case CLUSTERS ->
          hasNewest(Resources.V3.CLUSTER_TYPE_URL) && hasNewest(Resources.V3.ENDPOINT_TYPE_URL);
      case LISTENERS ->
          hasNewest(Resources.V3.LISTENER_TYPE_URL) && hasNewest(Resources.V3.ROUTE_TYPE_URL);
      case REMOVALS -> isAcked(Step.CLUSTERS) && isAcked(Step.LISTENERS);
    };
  }

  private boolean hasNewest(String type) {
    return subscription(type).hasNewest(served);
  }

  /**
   * The subscription of a type.
   *
   * @param type one of {@link Resources.V3#TYPE_URLS}
   */
  S subscription(String type) {
    S known = subscriptions.get(type);
    if (known == null) {
      throw new IllegalArgumentException("type of resources: " + type);
    }
    return known;
  }
}
