// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.rutter.javacontrolplane.StreamLimits;
import io.rutter.javacontrolplane.XdsClient;
import io.rutter.javacontrolplane.XdsListener;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands before the handler of one stream: finds out who the client is, keeps what it sends within
 * bounds, and its faults to itself. A stream that it has closed stays closed.
 *
 * @param <Q> the requests
 */
final class StreamGuard<Q> implements StreamObserver<Q> {
  /** What a stream is for. Called by several threads; what it throws ends its stream only. */
  interface Session<Q> {
    /** Who a request says that the client is. */
    Node node(Q request);

    /** The type of resources that a request asks for. */
    String typeUrl(Q request);

    /** A request as java-control-plane's server shall see it: without the node. */
    Q forServer(Q request);

    /** The first request has come; once. */
    void onIdentified(XdsClient client);

    /** Secrets may have changed. */
    void onSecrets();

    /** Time has passed. */
    void onTick(long nanos);

    /** The stream has ended; once. */
    void onClosed();
  }

  /** The beginning and the end of streams. Called without the lock of a stream. */
  interface Lifecycle {
    /** Why a client that has said who it is is not let in; empty: it is. */
    Optional<String> refusal(XdsClient client);

    /** The client has said who it is; once, before its first request is answered. */
    void onIdentified(StreamGuard<?> stream, XdsClient client, Node node);

    /** The stream is over; once. */
    void onEnded(StreamGuard<?> stream, XdsClient client);
  }

  private final Peer peer;
  private final ImmutableSet<String> types;
  private final StreamObserver<Q> handler;
  private final Session<Q> session;
  private final StreamLimits limits;
  private final XdsListener listener;
  private final long opened;
  private final Lifecycle lifecycle;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Set<String> unsupported = new HashSet<>();
  private volatile XdsClient client;

  /**
   * Guards a stream.
   *
   * @param types of resources that it may ask for
   * @param handler gets the requests that pass, without the node
   * @param opened the time, see {@link Session#onTick}
   * @param lifecycle is told when the client has said who it is, and when the stream is over
   */
  StreamGuard(
      Peer peer,
      ImmutableSet<String> types,
      StreamObserver<Q> handler,
      Session<Q> session,
      StreamLimits limits,
      XdsListener listener,
      long opened,
      Lifecycle lifecycle) {
    this.peer = peer;
    this.client = peer.client("");
    this.types = types;
    this.handler = handler;
    this.session = session;
    this.limits = limits;
    this.listener = listener;
    this.opened = opened;
    this.lifecycle = lifecycle;
  }

  @Override
  public void onNext(Q request) {
    if (closed.get()) {
      return;
    }
    run(
        () -> {
          identify(session.node(request));
          String type = session.typeUrl(request);
          if (types.contains(type)) {
            handler.onNext(session.forServer(request));
          } else {
            tellUnsupported(type);
          }
        });
  }

  /** Does something for this stream; what goes wrong ends the stream, and nothing else. */
  void run(Runnable task) {
    try {
      task.run();
    } catch (StatusRuntimeException e) {
      listener.onStreamRefused(client, String.valueOf(e.getStatus().getDescription()));
      close(e);
    } catch (RuntimeException | StackOverflowError e) {
      listener.onInternalError(client, e);
      close(Status.INTERNAL.withDescription("internal error").asRuntimeException());
    }
  }

  /** The first request says who the client is, the others may say it again. */
  private void identify(Node node) {
    String id = node.getId();
    if (isIdentified()) {
      if (!id.isEmpty() && !id.equals(client.nodeId())) {
        throw refusal(Status.INVALID_ARGUMENT, "another node id than in the first request");
      }
      return;
    }
    if (id.isEmpty()) {
      throw refusal(
          Status.INVALID_ARGUMENT, "no node id in the first request (expected: NAME.NAMESPACE)");
    }
    if (id.length() > Bounds.NODE_ID_CHARACTERS) {
      throw refusal(
          Status.INVALID_ARGUMENT,
          "a node id of %d characters (expected: at most %d)"
              .formatted(id.length(), Bounds.NODE_ID_CHARACTERS));
    }
    if (node.getSerializedSize() > Bounds.NODE_BYTES) {
      throw refusal(
          Status.INVALID_ARGUMENT,
          "a node of %d bytes (expected: at most %d)"
              .formatted(node.getSerializedSize(), Bounds.NODE_BYTES));
    }
    client = peer.client(id);
    if (limits.matchNames() && !peer.dnsNames().contains(client.proxyId())) {
      throw refusal(Status.PERMISSION_DENIED, "its certificate has not its id as a DNS name (SAN)");
    }
    Optional<String> reason = lifecycle.refusal(client);
    if (reason.isPresent()) {
      throw refusal(Status.PERMISSION_DENIED, reason.get());
    }
    session.onIdentified(client);
    lifecycle.onIdentified(this, client, node);
  }

  private boolean isIdentified() {
    return !client.nodeId().isEmpty();
  }

  /** What ends a stream, and is told to the client and in the log. */
  static StatusRuntimeException refusal(Status status, String reason) {
    return status.withDescription(reason).asRuntimeException();
  }

  private void tellUnsupported(String type) {
    if (type.isEmpty()) {
      throw refusal(Status.INVALID_ARGUMENT, "a request without a type of resources");
    }
    if (unsupported.size() < Bounds.UNSUPPORTED_TYPES
        && unsupported.add(type.substring(0, Math.min(type.length(), 200)))) {
      listener.onUnsupportedType(client, type);
    }
  }

  /** Time has passed: a stream that does not say who it is is closed. */
  void onTick(long nanos) {
    run(
        () -> {
          if (!isIdentified() && nanos - opened > limits.firstRequest().toNanos()) {
            throw refusal(Status.DEADLINE_EXCEEDED, "no request since it was opened");
          }
          session.onTick(nanos);
        });
  }

  Session<Q> session() {
    return session;
  }

  /** Ends the stream, once, whoever wants it to end. */
  private void end(Runnable tellServer) {
    if (closed.compareAndSet(false, true)) {
      lifecycle.onEnded(this, client);
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
