// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableMap;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.controlplane.cache.Response;
import io.envoyproxy.controlplane.cache.Watch;
import io.envoyproxy.controlplane.cache.XdsRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Set;
import java.util.function.Consumer;

/** An ADS stream of state of the world. */
final class WholeStateStream extends AdsStream<DiscoveryRequest, WholeSubscription>
    implements WholeStateSession {
  private final ServerCallStreamObserver<DiscoveryResponse> out;
  private String lastNonce = "";

  WholeStateStream(
      Peer peer,
      ServerCallStreamObserver<DiscoveryResponse> out,
      Shared shared,
      Substitutes substitutes) {
    super(
        peer, shared, substitutes, new Rollout<>(type -> new WholeSubscription(type, substitutes)));
    this.out = out;
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
    if (isClosed()) {
      return watch;
    }
    DiscoveryRequest asked = request.v3Request();
    String type = asked.getTypeUrl();
    begin(
        state ->
            type.equals(Resources.V3.CLUSTER_TYPE_URL)
                && asked.getVersionInfo().equals(state.version(type)));
    if (isUnknown()) {
      refuseMuch(asked);
    }
    boolean isRefusal =
        rollout()
            .subscription(type)
            .onRequest(asked, new WatchResponder(request, responseConsumer));
    onRequest(type, isRefusal, asked.getErrorDetail().getMessage());
    return watch;
  }

  private static void refuseMuch(DiscoveryRequest request) {
    long characters = 0;
    for (String name : request.getResourceNamesList()) {
      characters += name.length() + 1L;
    }
    if (characters > Bounds.UNKNOWN_NAMES_CHARACTERS) {
      throw StreamGuard.refusal(
          Status.FAILED_PRECONDITION, "no proxy of the mesh, and asks for very much by name");
    }
  }

  /** Answers one request: the server sends at once, and tells the nonce. */
  private final class WatchResponder implements WholeSubscription.Responder {
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
    public String send(ImmutableMap<String, ResourceBytes> resources, String version) {
      consumer.accept(
          Response.create(
              request, Collections2.transform(resources.values(), ResourceBytes::bytes), version));
      return lastNonce;
    }
  }

  @Override
  public synchronized void onV3StreamResponse(
      long streamId, DiscoveryRequest request, DiscoveryResponse response) {
    lastNonce = response.getNonce();
  }
}
