// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.xds;

import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Stands before the handler of one stream: finds out who the client is, keeps what it sends within
 * bounds, and its faults to itself. A stream that it has closed stays closed.
 */
final class StreamGuard implements StreamObserver<DiscoveryRequest> {
  /** What a stream is for. Called by several threads; what it throws ends its stream only. */
  interface Session {
    /** The first request has come, from this proxy; once. */
    void onIdentified(String proxyId);

    /** Time has passed. */
    void onTick(long nanos);

    /** The stream has ended; once. */
    void onClosed();
  }

  private final Peer peer;
  private final ImmutableSet<String> types;
  private final StreamObserver<DiscoveryRequest> handler;
  private final Session session;
  private final StreamLimits limits;
  private final EventSink events;
  private final long opened;
  private final Consumer<StreamGuard> ended;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Set<String> unsupported = new HashSet<>();
  private volatile String nodeId = "";

  /**
   * Guards a stream.
   *
   * @param types of resources that it may ask for
   * @param handler gets the requests that pass, without the node
   * @param opened the time, see {@link Session#onTick}
   * @param ended is told when the stream is over, once
   */
  StreamGuard(
      Peer peer,
      ImmutableSet<String> types,
      StreamObserver<DiscoveryRequest> handler,
      Session session,
      StreamLimits limits,
      EventSink events,
      long opened,
      Consumer<StreamGuard> ended) {
    this.peer = peer;
    this.types = types;
    this.handler = handler;
    this.session = session;
    this.limits = limits;
    this.events = events;
    this.opened = opened;
    this.ended = ended;
  }

  @Override
  public void onNext(DiscoveryRequest request) {
    if (closed.get()) {
      return;
    }
    run(
        () -> {
          identify(request);
          if (types.contains(request.getTypeUrl())) {
            handler.onNext(request.toBuilder().clearNode().build());
          } else {
            tellUnsupported(request.getTypeUrl());
          }
        });
  }

  /** Does something for this stream; what goes wrong ends the stream, and nothing else. */
  void run(Runnable task) {
    try {
      task.run();
    } catch (StatusRuntimeException e) {
      events.accept(
          event(Event.Level.WARN, "stream-refused")
              .with("reason", String.valueOf(e.getStatus().getDescription())));
      close(e);
    } catch (RuntimeException | StackOverflowError e) {
      events.accept(event(Event.Level.ERROR, "internal-error").with("error", StackSummary.of(e)));
      close(Status.INTERNAL.withDescription("internal error").asRuntimeException());
    }
  }

  /** The first request says who the client is, the others may say it again. */
  private void identify(DiscoveryRequest request) {
    String id = request.getNode().getId();
    if (!nodeId.isEmpty()) {
      if (!id.isEmpty() && !id.equals(nodeId)) {
        throw refusal(Status.INVALID_ARGUMENT, "another node id than in the first request");
      }
      return;
    }
    if (id.isEmpty()) {
      throw refusal(
          Status.INVALID_ARGUMENT, "no node id in the first request (expected: NAME.NAMESPACE)");
    }
    if (id.length() > StreamLimits.NODE_ID_CHARACTERS) {
      throw refusal(
          Status.INVALID_ARGUMENT,
          "a node id of %d characters (expected: at most %d)"
              .formatted(id.length(), StreamLimits.NODE_ID_CHARACTERS));
    }
    String proxyId = ProxyIds.of(request.getNode());
    nodeId = id;
    if (limits.matchNames() && !peer.dnsNames().contains(proxyId)) {
      throw refusal(Status.PERMISSION_DENIED, "its certificate has not its id as a DNS name (SAN)");
    }
    session.onIdentified(proxyId);
  }

  /** What ends a stream, and is told to the client and in the log. */
  static StatusRuntimeException refusal(Status status, String reason) {
    return status.withDescription(reason).asRuntimeException();
  }

  private void tellUnsupported(String type) {
    if (type.isEmpty()) {
      throw refusal(Status.INVALID_ARGUMENT, "a request without a type of resources");
    }
    if (unsupported.size() < StreamLimits.UNSUPPORTED_TYPES
        && unsupported.add(type.substring(0, Math.min(type.length(), 200)))) {
      events.accept(event(Event.Level.WARN, "unsupported-type").with("type", type));
    }
  }

  /** Time has passed: a stream that does not say who it is is closed. */
  void onTick(long nanos) {
    run(
        () -> {
          if (nodeId.isEmpty() && nanos - opened > limits.firstRequest().toNanos()) {
            throw refusal(Status.DEADLINE_EXCEEDED, "no request since it was opened");
          }
          session.onTick(nanos);
        });
  }

  Session session() {
    return session;
  }

  private Event event(Event.Level level, String name) {
    Event event = Event.of(level, name);
    return (nodeId.isEmpty() ? event : event.with("node", nodeId)).with("peer", peer.address());
  }

  /** Ends the stream, once, whoever wants it to end. */
  private void end(Runnable tellServer) {
    if (closed.compareAndSet(false, true)) {
      ended.accept(this);
      session.onClosed();
      tellServer.run();
    }
  }

  private void close(StatusRuntimeException status) {
    end(() -> handler.onError(status));
  }

  @Override
  public void onError(Throwable error) {
    end(() -> handler.onError(error));
  }

  @Override
  public void onCompleted() {
    end(handler::onCompleted);
  }
}
