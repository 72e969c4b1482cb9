// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.collect.ImmutableSet;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.controlplane.cache.v3.SimpleCache;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes one Envoy from the state that it has to the next in an order that loses no request (Envoy
 * document: xDS protocol, "Eventual consistency considerations"): first new clusters with their
 * endpoints, then listeners and routes, and when Envoy has acknowledged these, what is no longer
 * used goes. The next state waits until the one before has arrived; only the newest waits.
 *
 * <p>Not safe for threads: all calls come from one.
 */
final class Rollout {
  private enum Step {
    CLUSTERS,
    LISTENERS,
    REMOVALS
  }

  /** A response, which {@code names} asked for; none for the types that Envoy gets all of. */
  private record Sent(String nonce, String version, ImmutableSet<String> names) {}

  private final String proxyId;
  private final SimpleCache<String> cache;
  private final FileSecrets secrets;
  private final Consumer<String> log;

  private final Map<String, ImmutableSet<String>> asked = new HashMap<>();
  private final Map<String, Sent> sent = new HashMap<>();
  private final Map<String, Sent> acked = new HashMap<>();
  private long stream = -1;

  /** What Envoy has acknowledged last. */
  private ProxyState good = ProxyState.EMPTY;

  private ProxyState served = ProxyState.EMPTY;
  private ProxyState target = ProxyState.EMPTY;
  private @Nullable ProxyState next;
  private @Nullable Step step;

  Rollout(String proxyId, SimpleCache<String> cache, FileSecrets secrets, Consumer<String> log) {
    this.proxyId = proxyId;
    this.cache = cache;
    this.secrets = secrets;
    this.log = log;
  }

  /** Brings Envoy to this state: at once if it is not connected, else step by step. */
  void start(ProxyState state) {
    next = state;
    if (step == null) {
      startNext();
    }
  }

  /** Whether an Envoy is connected and has acknowledged all that it shall have. */
  boolean isSettled() {
    return stream >= 0 && step == null && next == null && isAcked(Step.REMOVALS);
  }

  /** Envoy asks for a type, and says whether it took the last response. */
  void onRequest(long streamId, DiscoveryRequest request) {
    if (streamId > stream) {
      onClose(stream);
      stream = streamId;
      step = isStarted() ? Step.REMOVALS : null; // It gets the last state as a whole.
    }
    String type = request.getTypeUrl();
    asked.put(type, ImmutableSet.copyOf(request.getResourceNamesList()));
    Sent last = sent.get(type);
    if (last != null && last.nonce().equals(request.getResponseNonce())) {
      if (request.hasErrorDetail()) {
        log.accept(proxyId + ": NACK: " + request.getErrorDetail().getMessage());
        step = null;
        startNext();
      } else {
        acked.put(type, last);
      }
    }
    if (isStarted() && !knowsAllAsked(type)) {
      publish(served);
    }
    advance();
  }

  /** A response is about to be sent. */
  void onResponse(long streamId, DiscoveryRequest request, DiscoveryResponse response) {
    if (streamId == stream) {
      ImmutableSet<String> names = ImmutableSet.copyOf(request.getResourceNamesList());
      sent.put(
          response.getTypeUrl(), new Sent(response.getNonce(), response.getVersionInfo(), names));
    }
  }

  /** The stream has ended. What Envoy has not got yet it gets when it comes back. */
  void onClose(long streamId) {
    if (streamId == stream && stream >= 0) {
      stream = -1;
      asked.clear();
      sent.clear();
      acked.clear();
      step = null;
      if (next == null && isStarted()) {
        next = target;
      }
      startNext();
    }
  }

  private void startNext() {
    if (next == null) {
      return;
    }
    target = next;
    next = null;
    if (stream < 0 || good.equals(ProxyState.EMPTY)) {
      step = stream < 0 ? null : Step.REMOVALS;
      publish(target);
    } else {
      step = Step.CLUSTERS;
      publish(good.withClustersOf(target));
    }
    advance();
  }

  private void advance() {
    while (step != null && isAcked(step)) {
      good = served;
      switch (step) {
        case CLUSTERS -> {
          step = Step.LISTENERS;
          publish(served.withListenersOf(target));
        }
        case LISTENERS -> {
          step = Step.REMOVALS;
          publish(target);
        }
        case REMOVALS -> {
          step = null;
          startNext();
        }
      }
    }
  }

  private void publish(ProxyState state) {
    served =
        state.withAsked(
            served, asked(Resources.V3.ENDPOINT_TYPE_URL), asked(Resources.V3.ROUTE_TYPE_URL));
    cache.setSnapshot(proxyId, served.toSnapshot(secrets, asked(Resources.V3.SECRET_TYPE_URL)));
  }

  /** Whether there is something to serve. */
  private boolean isStarted() {
    return !target.equals(ProxyState.EMPTY);
  }

  private ImmutableSet<String> asked(String type) {
    return asked.getOrDefault(type, ImmutableSet.of());
  }

  private boolean knowsAllAsked(String type) {
    return cache.getSnapshot(proxyId).resources(type).keySet().containsAll(asked(type));
  }

  private boolean isAcked(Step upTo) {
    return switch (upTo) {
      case CLUSTERS -> hasAll(Resources.V3.CLUSTER_TYPE_URL);
      case LISTENERS -> hasAll(Resources.V3.LISTENER_TYPE_URL);
      case REMOVALS -> isAcked(Step.CLUSTERS) && isAcked(Step.LISTENERS);
    };
  }

  /**
   * Whether Envoy has the newest version of a type, and of the one that its resources ask for by
   * name.
   */
  private boolean hasAll(String type) {
    return hasNewest(type)
        && hasNewest(
            type.equals(Resources.V3.CLUSTER_TYPE_URL)
                ? Resources.V3.ENDPOINT_TYPE_URL
                : Resources.V3.ROUTE_TYPE_URL);
  }

  private boolean hasNewest(String type) {
    boolean isAskedByName =
        type.equals(Resources.V3.ENDPOINT_TYPE_URL) || type.equals(Resources.V3.ROUTE_TYPE_URL);
    if (isAskedByName && asked(type).isEmpty()) {
      return true;
    }
    Sent last = acked.get(type);
    return last != null
        && last.version().equals(cache.getSnapshot(proxyId).version(type))
        && last.names().containsAll(asked(type));
  }
}
