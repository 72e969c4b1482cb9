// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
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
 */
final class Rollout {
  private enum Step {
    CLUSTERS,
    LISTENERS,
    REMOVALS
  }

  private final SecretSource secrets;

  /** In the order in which they are answered. */
  private final ImmutableMap<String, Subscription> subscriptions =
      Maps.toMap(Resources.V3.TYPE_URLS, Subscription::new);

  /** What Envoy has acknowledged last. */
  private ProxyState good = ProxyState.EMPTY;

  private ProxyState served = ProxyState.EMPTY;
  private ProxyState target = ProxyState.EMPTY;
  private @Nullable ProxyState next;
  private @Nullable Step step;

  /** How often a step has begun: tells whether one has ended since. */
  private long steps;

  Rollout(SecretSource secrets) {
    this.secrets = secrets;
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

  /**
   * Envoy asks for a type, and says whether it took the last response. A request that answers an
   * older response says nothing: another one follows.
   *
   * @param request its type is one of {@link Resources.V3#TYPE_URLS}
   * @return whether it refused the last response
   */
  boolean onRequest(DiscoveryRequest request, Subscription.Responder responder) {
    Subscription subscription = subscription(request.getTypeUrl());
    if (!subscription.isCurrent(request.getResponseNonce())) {
      return false;
    }
    subscription.ask(ImmutableSet.copyOf(request.getResourceNamesList()), responder);
    boolean refused = request.hasErrorDetail() && subscription.refuse();
    if (refused) {
      step = null;
      startNext();
    } else if (!request.hasErrorDetail()) {
      subscription.acknowledge();
      advance();
    }
    answer(subscription);
    return refused;
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

  private void answer(Subscription subscription) {
    if (isStarted()) {
      subscription.answer(served, secrets);
    }
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
    return subscription(type).hasNewest(served.version(type));
  }

  private Subscription subscription(String type) {
    Subscription known = subscriptions.get(type);
    if (known == null) {
      throw new IllegalArgumentException("type of resources: " + type);
    }
    return known;
  }
}
