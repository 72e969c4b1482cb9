// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static java.util.Objects.requireNonNull;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.envoyproxy.envoy.service.discovery.v3.Resource;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One ADS stream of delta xDS, of a client that does whatever a test wants. */
final class DeltaClient implements StreamObserver<DeltaDiscoveryResponse>, AutoCloseable {
  private final BlockingQueue<DeltaDiscoveryResponse> responses = new LinkedBlockingQueue<>();
  private final CompletableFuture<Status> end = new CompletableFuture<>();
  private final StreamObserver<DeltaDiscoveryRequest> requests;
  private final String nodeId;

  /** What it has been sent, the version of each {@code type/name}. */
  private final Map<String, String> has = new HashMap<>();

  DeltaClient(Channel channel, String nodeId) {
    this.nodeId = nodeId;
    requests = AggregatedDiscoveryServiceGrpc.newStub(channel).deltaAggregatedResources(this);
  }

  DeltaDiscoveryRequest.Builder request(String type) {
    return DeltaDiscoveryRequest.newBuilder()
        .setNode(Node.newBuilder().setId(nodeId))
        .setTypeUrl(type);
  }

  void send(DeltaDiscoveryRequest request) {
    requests.onNext(request);
  }

  void ask(String type, String... names) {
    send(request(type).addAllResourceNamesSubscribe(List.of(names)).build());
  }

  void ack(DeltaDiscoveryResponse response) {
    send(request(response.getTypeUrl()).setResponseNonce(response.getNonce()).build());
  }

  /** The next response. */
  DeltaDiscoveryResponse next() throws InterruptedException {
    DeltaDiscoveryResponse response =
        requireNonNull(responses.poll(ServedXds.MOST.toSeconds(), TimeUnit.SECONDS), "no response");
    for (Resource resource : response.getResourcesList()) {
      has.put(response.getTypeUrl() + "/" + resource.getName(), resource.getVersion());
    }
    return response;
  }

  /** The version of a resource that it has been sent. */
  String version(String type, String name) {
    return has.getOrDefault(type + "/" + name, "none");
  }

  /** The next response, which it takes, as {@code Type: +sent -removed}. */
  String taken() throws InterruptedException {
    DeltaDiscoveryResponse response = next();
    ack(response);
    return text(response);
  }

  /** A response as {@code Type: +sent -removed}. */
  static String text(DeltaDiscoveryResponse response) {
    StringBuilder text = new StringBuilder();
    text.append(response.getTypeUrl().substring(response.getTypeUrl().lastIndexOf('.') + 1));
    text.append(':');
    TreeSet<String> names = new TreeSet<>();
    response.getResourcesList().forEach(resource -> names.add("+" + resource.getName()));
    response.getRemovedResourcesList().forEach(name -> names.add("-" + name));
    names.forEach(name -> text.append(' ').append(name));
    return text.toString();
  }

  /** Whether nothing comes for a moment. */
  boolean isQuiet() throws InterruptedException {
    return responses.poll(Duration.ofMillis(100).toMillis(), TimeUnit.MILLISECONDS) == null;
  }

  /** How the server ended the stream. */
  Status ended() throws Exception {
    return end.get(ServedXds.MOST.toSeconds(), TimeUnit.SECONDS);
  }

  @Override
  public void onNext(DeltaDiscoveryResponse response) {
    responses.add(response);
  }

  @Override
  public void onError(Throwable error) {
    end.complete(Status.fromThrowable(error));
  }

  @Override
  public void onCompleted() {
    end.complete(Status.OK);
  }

  @Override
  public void close() {
    try {
      requests.onError(Status.CANCELLED.asRuntimeException());
    } catch (IllegalStateException e) {
      // The server has ended it.
    }
  }
}
