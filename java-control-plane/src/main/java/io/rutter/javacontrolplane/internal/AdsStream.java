// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.ImmutableSet;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.controlplane.server.DiscoveryServerCallbacks;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.rutter.javacontrolplane.StreamLimits;
import io.rutter.javacontrolplane.XdsClient;
import io.rutter.javacontrolplane.XdsListener;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One ADS stream with a rollout of its own: two Envoys with one id go each at its own pace, and
 * nothing is left of a stream that has ended. All that happens to a stream happens under its lock.
 *
 * @param <Q> the requests
 * @param <S> how types are asked for and answered
 */
abstract class AdsStream<Q, S extends Subscription>
    implements StreamGuard.Session<Q>, DiscoveryServerCallbacks {
  /**
   * What all streams share.
   *
   * @param states what proxies are given now
   */
  record Shared(
      Supplier<ServedStates> states,
      UnknownProxies unknown,
      StreamLimits limits,
      XdsListener listener) {}

  private final Shared shared;
  private final Substitutes substitutes;
  private final Rollout<S> rollout;
  private XdsClient client;
  private boolean isBegun;
  private boolean isClosed;

  /** Whether it has come before the first mesh, which has not come yet. */
  private boolean isEarly;

  private boolean wasSettled;

  /** What the rollout was started with last; null while no mesh has named the proxy. */
  private @Nullable ProxyState state;

  private long waitsForStep = -1;
  private long waitsSince;

  AdsStream(Peer peer, Shared shared, Substitutes substitutes, Rollout<S> rollout) {
    this.client = peer.client("");
    this.shared = shared;
    this.substitutes = substitutes;
    this.rollout = rollout;
  }

  @Override
  public synchronized void onIdentified(XdsClient identified) {
    client = identified;
    substitutes.onIdentified(identified);
  }

  @Override
  public synchronized void onSecrets() {
    if (isClosed) {
      return;
    }
    S subscription = rollout.subscription(Resources.V3.SECRET_TYPE_URL);
    ImmutableSet<String> changed = substitutes.refresh(subscription.asked());
    if (!changed.isEmpty()) {
      subscription.onSecretsChanged(changed);
      rollout.answer(Resources.V3.SECRET_TYPE_URL);
    }
  }

  /** Who it says it is; with an empty node id it has not said so yet. */
  synchronized XdsClient client() {
    return client;
  }

  /** The mesh has changed. */
  synchronized void onStates(ServedStates now) {
    if (isBegun && !isClosed) {
      ServedStates.Served served = now.of(client);
      if (served != null && !served.now().equals(state)) {
        wasSettled = false;
        start(served, none -> false);
        tellIfSettled();
      } else if (served == null && isEarly) {
        shared.unknown.tell(client);
      }
      isEarly = false;
    }
  }

  private void start(ServedStates.Served served, Predicate<ProxyState> hasClusters) {
    boolean isFirst = state == null;
    if (isFirst) {
      shared.listener.onConnected(client);
    }
    state = served.now();
    ProxyState hasAlready = isFirst ? served.stateOf(hasClusters) : null;
    if (hasAlready == null) {
      rollout.start(served.now());
    } else {
      rollout.start(served.now(), hasAlready);
    }
  }

  /**
   * A request has come.
   *
   * @param hasClusters whether the Envoy has the clusters of a state, as its first request says
   */
  final void begin(Predicate<ProxyState> hasClusters) {
    if (isBegun) {
      return;
    }
    isBegun = true;
    ServedStates states = shared.states.get();
    ServedStates.Served served = states.of(client);
    if (served != null) {
      start(served, hasClusters);
    } else if (states.isOfMesh()) {
      shared.unknown.tell(client);
    } else {
      isEarly = true;
      shared.listener.onNoMeshYet(client);
    }
  }

  /** Whether no mesh has named its proxy. */
  final boolean isUnknown() {
    return state == null;
  }

  final boolean isClosed() {
    return isClosed;
  }

  final Rollout<S> rollout() {
    return rollout;
  }

  /** A request for a type has been read. */
  final void onRequest(String type, boolean isRefusal, String message) {
    if (isRefusal) {
      ServedStates states = shared.states.get();
      RefusalProblems.of(
              states.key(client), type, message, rollout.subscription(type), states.origins())
          .forEach(problem -> shared.listener.onRefused(client, problem));
    }
    rollout.onRequest(type, isRefusal);
    tellIfSettled();
  }

  private void tellIfSettled() {
    boolean isSettled = rollout.isSettled();
    if (isSettled && !wasSettled) {
      shared.listener.onAcknowledged(client);
    }
    wasSettled = isSettled;
  }

  /** The client reads again. */
  synchronized void onReady() {
    if (!isClosed) {
      rollout.onReady();
    }
  }

  @Override
  public synchronized void onTick(long nanos) {
    long step = rollout.pendingStep().orElse(-1L);
    if (step != waitsForStep) {
      waitsForStep = step;
      waitsSince = nanos;
    } else if (step >= 0 && nanos - waitsSince >= shared.limits.acknowledgment().toNanos()) {
      shared.listener.onPassedOver(client, rollout.passOver());
      tellIfSettled();
    }
  }

  @Override
  public synchronized void onClosed() {
    isClosed = true;
    if (state != null) {
      shared.listener.onDisconnected(client);
    }
  }

  /** Whether it has what it shall have; true too for one that no mesh names. */
  synchronized boolean isSettled() {
    return state == null || rollout.isSettled();
  }

  @Override
  public void onV3StreamRequest(long streamId, DiscoveryRequest request) {}

  @Override
  public void onV3StreamDeltaRequest(long streamId, DeltaDiscoveryRequest request) {}
}
