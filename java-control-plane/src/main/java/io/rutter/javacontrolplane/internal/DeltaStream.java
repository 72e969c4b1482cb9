// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.envoyproxy.controlplane.cache.ConfigWatcher;
import io.envoyproxy.controlplane.cache.DeltaResponse;
import io.envoyproxy.controlplane.cache.DeltaWatch;
import io.envoyproxy.controlplane.cache.DeltaXdsRequest;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.controlplane.cache.Response;
import io.envoyproxy.controlplane.cache.VersionedResource;
import io.envoyproxy.controlplane.cache.Watch;
import io.envoyproxy.controlplane.cache.XdsRequest;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An ADS stream of delta xDS. What Envoy asks for is kept here: java-control-plane's server tells
 * of it only when no response waits for its acknowledgment.
 */
final class DeltaStream extends AdsStream<DeltaDiscoveryRequest, DeltaSubscription>
    implements ConfigWatcher {
  private final ServerCallStreamObserver<DeltaDiscoveryResponse> out;
  private String lastNonce = "";

  DeltaStream(
      Peer peer,
      ServerCallStreamObserver<DeltaDiscoveryResponse> out,
      Shared shared,
      Substitutes substitutes) {
    super(
        peer, shared, substitutes, new Rollout<>(type -> new DeltaSubscription(type, substitutes)));
    this.out = out;
  }

  @Override
  public Node node(DeltaDiscoveryRequest request) {
    return request.getNode();
  }

  @Override
  public String typeUrl(DeltaDiscoveryRequest request) {
    return request.getTypeUrl();
  }

  /** Without an answer to anything but the response that waits for one: the server would fail. */
  @Override
  public synchronized DeltaDiscoveryRequest forServer(DeltaDiscoveryRequest request) {
    DeltaDiscoveryRequest.Builder result = request.toBuilder().clearNode();
    if (!rollout().subscription(request.getTypeUrl()).isCurrent(request.getResponseNonce())) {
      result.clearResponseNonce().clearErrorDetail();
    }
    return result.build();
  }

  @Override
  public synchronized void onV3StreamDeltaRequest(long streamId, DeltaDiscoveryRequest request) {
    if (isClosed()) {
      return;
    }
    String type = request.getTypeUrl();
    begin(
        state ->
            type.equals(Resources.V3.CLUSTER_TYPE_URL)
                && request
                    .getInitialResourceVersionsMap()
                    .equals(
                        Maps.transformValues(
                            state.resources(type).byName(), ResourceBytes::version)));
    DeltaSubscription subscription = rollout().subscription(type);
    boolean isRefusal = subscription.onRequest(request);
    if (subscription.characters()
        > (isUnknown() ? Bounds.UNKNOWN_NAMES_CHARACTERS : Bounds.NAMES_CHARACTERS)) {
      throw StreamGuard.refusal(
          isUnknown() ? Status.FAILED_PRECONDITION : Status.RESOURCE_EXHAUSTED,
          (isUnknown() ? "no proxy of the mesh, and asks" : "asks") + " for very much by name");
    }
    onRequest(type, isRefusal, request.getErrorDetail().getMessage());
  }

  @Override
  public synchronized DeltaWatch createDeltaWatch(
      DeltaXdsRequest request,
      String requesterVersion,
      Map<String, String> resourceVersions,
      Set<String> pendingResources,
      boolean isWildcard,
      Consumer<DeltaResponse> responseConsumer,
      boolean hasClusterChanged) {
    if (!isClosed()) {
      rollout()
          .subscription(request.getTypeUrl())
          .onWatch(new WatchResponder(request, responseConsumer));
      rollout().answer(request.getTypeUrl());
    }
    return new DeltaWatch(
        request, ImmutableMap.of(), ImmutableSet.of(), "", isWildcard, responseConsumer);
  }

  /** Answers on the watch that the server has last opened for a type, and learns the nonce. */
  private final class WatchResponder implements DeltaSubscription.Responder {
    private final DeltaXdsRequest request;
    private final Consumer<DeltaResponse> consumer;

    WatchResponder(DeltaXdsRequest request, Consumer<DeltaResponse> consumer) {
      this.request = request;
      this.consumer = consumer;
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public String send(
        ImmutableMap<String, DeltaSubscription.Given> changed,
        ImmutableSet<String> removed,
        String version) {
      ImmutableMap.Builder<String, VersionedResource<?>> resources = ImmutableMap.builder();
      changed.forEach(
          (name, given) ->
              given
                  .resource()
                  .ifPresent(
                      one ->
                          resources.put(
                              name, VersionedResource.create(one.bytes(), given.version()))));
      consumer.accept(
          DeltaResponse.create(request, resources.buildOrThrow(), removed.asList(), version));
      return lastNonce;
    }
  }

  @Override
  public synchronized void onV3StreamDeltaResponse(
      long streamId, DeltaDiscoveryRequest request, DeltaDiscoveryResponse response) {
    lastNonce = response.getNonce();
  }

  @Override
  public Watch createWatch(
      boolean ads,
      XdsRequest request,
      Set<String> knownResourceNames,
      Consumer<Response> responseConsumer,
      boolean hasClusterChanged,
      boolean allowDefaultEmptyEdsUpdate) {
    throw new UnsupportedOperationException("state of the world (expected: delta)");
  }
}
