// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import com.google.common.collect.ImmutableMap;
import com.google.protobuf.Any;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.controlplane.cache.Response;
import io.envoyproxy.controlplane.cache.Watch;
import io.envoyproxy.controlplane.cache.XdsRequest;
import io.envoyproxy.controlplane.server.DiscoveryServerCallbacks;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One ADS stream with a rollout of its own: two Envoys with one id go each at its own pace, and
 * nothing is left of a stream that has ended. All that happens to a stream happens under its lock.
 */
final class AdsStream implements WholeStateWatcher, DiscoveryServerCallbacks, StreamGuard.Session {
  private final Peer peer;
  private final ServerCallStreamObserver<DiscoveryResponse> out;
  private final Supplier<ServedStates> states;
  private final UnknownProxies unknown;
  private final StreamLimits limits;
  private final EventSink events;
  private final Rollout rollout;

  private String proxyId = "";
  private boolean isBegun;
  private boolean isClosed;

  /** What the rollout was started with last; null while no mesh has named the proxy. */
  private @Nullable ProxyState state;

  private String lastNonce = "";
  private long waitsForStep = -1;
  private long waitsSince;

  AdsStream(
      Peer peer,
      ServerCallStreamObserver<DiscoveryResponse> out,
      Supplier<ServedStates> states,
      UnknownProxies unknown,
      SecretSource secrets,
      StreamLimits limits,
      EventSink events) {
    this.peer = peer;
    this.out = out;
    this.states = states;
    this.unknown = unknown;
    this.limits = limits;
    this.events = events;
    this.rollout = new Rollout(secrets);
  }

  @Override
  public synchronized void onIdentified(String id) {
    proxyId = id;
  }

  /** The proxy that it says it is; empty: it has not said so yet. */
  synchronized String proxyId() {
    return proxyId;
  }

  /** The mesh has changed. */
  synchronized void onStates(ServedStates now) {
    if (isBegun) {
      ServedStates.Served served = now.of(proxyId);
      if (served != null && !served.now().equals(state)) {
        start(served, "");
      }
    }
  }

  private void start(ServedStates.Served served, String clusterVersion) {
    if (state == null) {
      events.accept(event(Event.Level.INFO, "connected"));
    }
    boolean isFirst = state == null;
    state = served.now();
    ProxyState hasAlready = isFirst ? served.stateOf(clusterVersion) : null;
    if (hasAlready == null) {
      rollout.start(served.now());
    } else {
      rollout.start(served.now(), hasAlready);
    }
  }

  @Override
  public synchronized Watch createWatch(
      boolean ads,
      XdsRequest request,
      Set<String> knownResourceNames,
      Consumer<Response> responseConsumer,
      boolean hasClusterChanged,
      boolean allowDefaultEmptyEdsUpdate) {
    Watch watch = new Watch(ads, false, request, responseConsumer);
    if (isClosed) {
      return watch;
    }
    DiscoveryRequest asked = request.v3Request();
    if (!isBegun) {
      begin(asked);
    }
    if (state == null) {
      refuseMuch(asked);
    }
    if (rollout.onRequest(asked, new WatchResponder(request, responseConsumer))) {
      events.accept(
          event(Event.Level.ERROR, "nack")
              .with("type", request.getResourceType())
              .with("message", asked.getErrorDetail().getMessage()));
    }
    return watch;
  }

  private void begin(DiscoveryRequest first) {
    isBegun = true;
    ServedStates.Served served = states.get().of(proxyId);
    if (served == null) {
      unknown.tell(event(Event.Level.WARN, "unknown-proxy"), proxyId);
    } else {
      boolean isOfClusters = first.getTypeUrl().equals(Resources.V3.CLUSTER_TYPE_URL);
      start(served, isOfClusters ? first.getVersionInfo() : "");
    }
  }

  private static void refuseMuch(DiscoveryRequest request) {
    long characters = 0;
    for (String name : request.getResourceNamesList()) {
      characters += name.length() + 1L;
    }
    if (characters > StreamLimits.UNKNOWN_NAMES_CHARACTERS) {
      throw StreamGuard.refusal(
          Status.FAILED_PRECONDITION, "no proxy of the mesh, and asks for very much by name");
    }
  }

  /** Answers one request: the server sends at once, and tells the nonce. */
  private final class WatchResponder implements Subscription.Responder {
    private final XdsRequest request;
    private final Consumer<Response> consumer;

    WatchResponder(XdsRequest request, Consumer<Response> consumer) {
      this.request = request;
      this.consumer = consumer;
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public String send(ImmutableMap<String, Any> resources, String version) {
      consumer.accept(Response.create(request, resources.values(), version));
      return lastNonce;
    }
  }

  @Override
  public synchronized void onV3StreamResponse(
      long streamId, DiscoveryRequest request, DiscoveryResponse response) {
    lastNonce = response.getNonce();
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
    } else if (step >= 0 && nanos - waitsSince >= limits.acknowledgment().toNanos()) {
      events.accept(
          event(Event.Level.WARN, "not-acknowledged")
              .with("seconds", limits.acknowledgment().toSeconds())
              .with("step", rollout.passOver()));
    }
  }

  @Override
  public synchronized void onClosed() {
    isClosed = true;
    if (state != null) {
      events.accept(event(Event.Level.INFO, "gone"));
    }
  }

  /** Whether it has what it shall have; true too for one that no mesh names. */
  synchronized boolean isSettled() {
    return state == null || rollout.isSettled();
  }

  private Event event(Event.Level level, String name) {
    return Event.of(level, name).with("proxy", proxyId).with("peer", peer.address());
  }

  @Override
  public void onV3StreamRequest(long streamId, DiscoveryRequest request) {}

  @Override
  public void onV3StreamDeltaRequest(long streamId, DeltaDiscoveryRequest request) {}
}
