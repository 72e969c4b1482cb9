// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Any;
import io.envoyproxy.controlplane.cache.ConfigWatcher;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.controlplane.server.DefaultExecutorGroup;
import io.envoyproxy.controlplane.server.DiscoveryServerCallbacks;
import io.envoyproxy.controlplane.server.V3DiscoveryServer;
import io.envoyproxy.controlplane.server.serializer.ProtoResourcesSerializer;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc.AggregatedDiscoveryServiceImplBase;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.envoyproxy.envoy.service.secret.v3.SecretDiscoveryServiceGrpc.SecretDiscoveryServiceImplBase;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.rutter.javacontrolplane.SecretSource;
import io.rutter.javacontrolplane.StreamLimits;
import io.rutter.javacontrolplane.XdsClient;
import io.rutter.javacontrolplane.XdsListener;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The services that Envoys are fed by: configuration over ADS, and secrets. Safe for use by many
 * threads; has none of its own.
 *
 * <p>Each stream has a server of java-control-plane's to itself, so what a client does, or leaves
 * undone, concerns its own stream only.
 */
public final class XdsServices {
  /** Lets clients in, and is told of those that ask for configuration; without a stream's lock. */
  public interface Arrivals {
    /** Why a client is not let in; empty: it is. */
    Optional<String> refusal(XdsClient client);

    /** One is about to ask; once for each stream. */
    void onArrival(XdsClient client, Node node);

    /** The stream of one of them is over; once. */
    void onDeparture(XdsClient client);
  }

  private static final ImmutableSet<String> ADS_TYPES = ImmutableSet.copyOf(Resources.V3.TYPE_URLS);
  private static final ImmutableSet<String> SECRET_TYPES =
      ImmutableSet.of("", Resources.V3.SECRET_TYPE_URL);

  /** Resources come with their bytes, which all streams share. */
  private static final ProtoResourcesSerializer BYTES =
      (resource, version) -> resource instanceof Any bytes ? bytes : Any.pack(resource);

  private final SecretSource secrets;
  private final StreamLimits limits;
  private final Arrivals arrivals;
  private final XdsListener listener;
  private final AdsStream.Shared shared;
  private final Set<StreamGuard<?>> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong nanos = new AtomicLong();
  private volatile ServedStates states = ServedStates.NONE;

  /** Services without a mesh. */
  public XdsServices(
      SecretSource secrets, StreamLimits limits, XdsListener listener, Arrivals arrivals) {
    this.secrets = secrets;
    this.limits = limits;
    this.arrivals = arrivals;
    this.listener = listener;
    this.shared =
        new AdsStream.Shared(() -> states, new UnknownProxies(listener), limits, listener);
  }

  /** What a gRPC server is given to serve. */
  public ImmutableList<ServerServiceDefinition> definitions() {
    return ImmutableList.of(
        ServerInterceptors.intercept(new Configuration(), Peer.INTERCEPTOR),
        ServerInterceptors.intercept(new Secrets(), Peer.INTERCEPTOR));
  }

  /**
   * Brings all Envoys of these proxies to their states, each at its own pace. One whose proxy is
   * not named any more keeps what it has.
   */
  public synchronized void publish(Map<String, ProxyState> byKey, Origins origins) {
    publish(states.next(byKey, origins));
  }

  /** Also serves a proxy that the mesh does not name. */
  public synchronized void add(String key, ProxyState state, Origins origins) {
    publish(states.plus(key, state, origins));
  }

  /** Forgets a proxy that has no Envoy any more. */
  public synchronized void remove(String key) {
    states = states.minus(key);
  }

  private void publish(ServedStates next) {
    states = next;
    for (StreamGuard<?> stream : open) {
      if (stream.session() instanceof AdsStream<?, ?> ads) {
        stream.run(() -> ads.onStates(next));
      }
    }
  }

  /** Secrets may have changed: those that streams have asked for are sent again where they have. */
  public void refreshSecrets() {
    open.forEach(stream -> stream.run(stream.session()::onSecrets));
  }

  /** Time has passed: to be called about once a second. */
  public void tick(Duration passed) {
    long now = nanos.addAndGet(passed.toNanos());
    open.forEach(stream -> stream.onTick(now));
  }

  /** Whether each proxy has an Envoy, and all have acknowledged what they shall have. */
  public boolean isSettled() {
    Set<String> proxies = new HashSet<>(states.keys());
    for (AdsStream<?, ?> stream : adsStreams()) {
      if (!stream.isSettled()) {
        return false;
      }
      proxies.remove(states.key(stream.client()));
    }
    return proxies.isEmpty();
  }

  /** How many Envoys have not acknowledged yet what they shall have. */
  long unsettled() {
    return adsStreams().stream().filter(stream -> !stream.isSettled()).count();
  }

  /** How many streams are open, of secrets too. */
  public int openStreams() {
    return open.size();
  }

  /** How many Envoys of this proxy are connected. */
  public long envoys(String proxyId) {
    return adsStreams().stream()
        .filter(stream -> stream.client().proxyId().equals(proxyId))
        .count();
  }

  private List<? extends AdsStream<?, ?>> adsStreams() {
    return open.stream()
        .map(StreamGuard::session)
        .filter(AdsStream.class::isInstance)
        .map(session -> (AdsStream<?, ?>) session)
        .toList();
  }

  /** ADS: each stream has a rollout. */
  private final class Configuration extends AggregatedDiscoveryServiceImplBase {
    @Override
    public StreamObserver<DiscoveryRequest> streamAggregatedResources(
        StreamObserver<DiscoveryResponse> out) {
      ServerCallStreamObserver<DiscoveryResponse> call =
          (ServerCallStreamObserver<DiscoveryResponse>) out;
      WholeStateStream stream = new WholeStateStream(Peer.current(), call, shared, substitutes());
      call.setOnReadyHandler(stream::onReady);
      return open(
          out,
          ADS_TYPES,
          stream,
          () ->
              server(ImmutableList.of(stream), stream)
                  .getAggregatedDiscoveryServiceImpl()
                  .streamAggregatedResources(out));
    }

    @Override
    public StreamObserver<DeltaDiscoveryRequest> deltaAggregatedResources(
        StreamObserver<DeltaDiscoveryResponse> out) {
      ServerCallStreamObserver<DeltaDiscoveryResponse> call =
          (ServerCallStreamObserver<DeltaDiscoveryResponse>) out;
      DeltaStream stream = new DeltaStream(Peer.current(), call, shared, substitutes());
      call.setOnReadyHandler(stream::onReady);
      return open(
          out,
          ADS_TYPES,
          stream,
          () ->
              server(ImmutableList.of(stream), stream)
                  .getAggregatedDiscoveryServiceImpl()
                  .deltaAggregatedResources(out));
    }
  }

  /** SDS, for secrets that a mesh does not configure. */
  private final class Secrets extends SecretDiscoveryServiceImplBase {
    @Override
    public StreamObserver<DiscoveryRequest> streamSecrets(StreamObserver<DiscoveryResponse> out) {
      SecretStream stream = new SecretStream(substitutes(), (ServerCallStreamObserver<?>) out);
      return open(
          out,
          SECRET_TYPES,
          stream,
          () ->
              server(ImmutableList.of(), stream)
                  .getSecretDiscoveryServiceImpl()
                  .streamSecrets(out));
    }

    @Override
    public StreamObserver<DeltaDiscoveryRequest> deltaSecrets(
        StreamObserver<DeltaDiscoveryResponse> out) {
      return refuse(
          out, Status.UNIMPLEMENTED, "delta xDS of secrets (expected: state of the world, GRPC)");
    }
  }

  private Substitutes substitutes() {
    return new Substitutes(secrets, Peer.current());
  }

  private static V3DiscoveryServer server(
      List<DiscoveryServerCallbacks> callbacks, ConfigWatcher watcher) {
    return new V3DiscoveryServer(callbacks, watcher, new DefaultExecutorGroup(), BYTES);
  }

  /** Opens a stream, if there are not too many. */
  private <Q> StreamObserver<Q> open(
      StreamObserver<?> out,
      ImmutableSet<String> types,
      StreamGuard.Session<Q> session,
      Supplier<StreamObserver<Q>> handler) {
    if (open.size() >= limits.streams()) {
      return refuse(out, Status.RESOURCE_EXHAUSTED, "more streams than " + limits.streams());
    }
    StreamGuard<Q> guard =
        new StreamGuard<>(
            Peer.current(),
            types,
            handler.get(),
            session,
            limits,
            listener,
            nanos.get(),
            new Registration());
    open.add(guard);
    return guard;
  }

  /** Keeps the open streams, and tells of those that ask for configuration. */
  private final class Registration implements StreamGuard.Lifecycle {
    private boolean hasArrived;

    @Override
    public Optional<String> refusal(XdsClient client) {
      return arrivals.refusal(client);
    }

    @Override
    public void onIdentified(StreamGuard<?> stream, XdsClient client, Node node) {
      if (stream.session() instanceof AdsStream<?, ?>) {
        arrivals.onArrival(client, node);
        hasArrived = true;
      }
    }

    @Override
    public void onEnded(StreamGuard<?> stream, XdsClient client) {
      open.remove(stream);
      if (hasArrived) {
        arrivals.onDeparture(client);
      }
    }
  }

  private <Q> StreamObserver<Q> refuse(StreamObserver<?> out, Status status, String reason) {
    listener.onStreamRefused(Peer.current().client(""), reason);
    out.onError(StreamGuard.refusal(status, reason));
    return new RefusedStream<>();
  }

  /** Takes what still comes on a stream that was refused. */
  private static final class RefusedStream<Q> implements StreamObserver<Q> {
    @Override
    public void onNext(Q request) {}

    @Override
    public void onError(Throwable error) {}

    @Override
    public void onCompleted() {}
  }
}
