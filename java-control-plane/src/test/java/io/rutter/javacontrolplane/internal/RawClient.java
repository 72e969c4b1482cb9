// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One ADS stream of a client that does whatever a test wants. */
final class RawClient implements StreamObserver<DiscoveryResponse>, AutoCloseable {
  private final BlockingQueue<DiscoveryResponse> responses = new LinkedBlockingQueue<>();
  private final CompletableFuture<Status> end = new CompletableFuture<>();
  private final StreamObserver<DiscoveryRequest> requests;
  private final String nodeId;

  RawClient(Channel channel, String nodeId) {
    this.nodeId = nodeId;
    requests = AggregatedDiscoveryServiceGrpc.newStub(channel).streamAggregatedResources(this);
  }

  /** Asks as an Envoy does. */
  void ask(String type, String... names) {
    send(request(type).addAllResourceNames(List.of(names)).build());
  }

  DiscoveryRequest.Builder request(String type) {
    return DiscoveryRequest.newBuilder().setNode(Node.newBuilder().setId(nodeId)).setTypeUrl(type);
  }

  void send(DiscoveryRequest request) {
    requests.onNext(request);
  }

  /** Takes a response, and asks for these from now on. */
  void ack(DiscoveryResponse response, String... names) {
    send(
        request(response.getTypeUrl())
            .setVersionInfo(response.getVersionInfo())
            .setResponseNonce(response.getNonce())
            .addAllResourceNames(List.of(names))
            .build());
  }

  /** The next response. */
  DiscoveryResponse next() throws InterruptedException {
    return requireNonNull(
        responses.poll(ServedXds.MOST.toSeconds(), TimeUnit.SECONDS), "no response");
  }

  /** The next one, if it comes at once or is there. */
  @Nullable DiscoveryResponse nextWithin(Duration most) throws InterruptedException {
    return responses.poll(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How the server ended the stream. */
  Status ended() throws Exception {
    return end.get(ServedXds.MOST.toSeconds(), TimeUnit.SECONDS);
  }

  /** The server has not ended the stream. */
  void assertOpen() {
    Uninterruptibles.sleepUninterruptibly(Duration.ofMillis(50));
    assertThat(end).isNotDone();
  }

  @Override
  public void onNext(DiscoveryResponse response) {
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
