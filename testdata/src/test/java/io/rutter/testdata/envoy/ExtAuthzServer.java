// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.rpc.Status;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc;
import io.envoyproxy.envoy.service.auth.v3.CheckRequest;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The services that Envoy asks whether calls are allowed: one port for HTTP and one for gRPC, on
 * all loopback addresses, each of which stands for a cluster. All answer what the test says, and
 * note that they were asked.
 */
final class ExtAuthzServer implements AutoCloseable {
  private static final Context.Key<String> ASKED_AT = Context.key("asked-at");

  /** Statuses of gRPC. */
  private static final int OK = 0;

  private static final int PERMISSION_DENIED = 7;

  private final ServerSocket http;
  private final Server grpc;
  private final ExecutorService threads;
  private final AtomicBoolean allows = new AtomicBoolean(true);
  private final AtomicReference<ImmutableMap<String, String>> clusters =
      new AtomicReference<>(ImmutableMap.of());
  private final List<String> asked = new ArrayList<>();

  private ExtAuthzServer() throws IOException {
    threads = Executors.newCachedThreadPool(ExtAuthzServer::daemon);
    http = new ServerSocket(0);
    grpc =
        NettyServerBuilder.forPort(0)
            .executor(threads)
            .addService(new Checks())
            .intercept(new AddressNoted())
            .build()
            .start();
    threads.execute(this::accept);
  }

  /** Starts it on free ports. */
  static ExtAuthzServer start() throws IOException {
    return new ExtAuthzServer();
  }

  int httpPort() {
    return http.getLocalPort();
  }

  int grpcPort() {
    return grpc.getPort();
  }

  /** Names the clusters that loopback addresses stand for from now on. */
  void serve(ImmutableMap<String, String> clustersByAddress) {
    clusters.set(clustersByAddress);
  }

  /** What it answers from now on. */
  void answer(boolean allow) {
    allows.set(allow);
  }

  /** The clusters that were asked since the last question, in order. */
  ImmutableList<String> takeAsked() {
    synchronized (asked) {
      ImmutableList<String> result = ImmutableList.copyOf(asked);
      asked.clear();
      return result;
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
    grpc.shutdownNow();
    threads.shutdownNow();
  }

  private void note(String address) {
    synchronized (asked) {
      asked.add(Objects.requireNonNull(clusters.get()).getOrDefault(address, "nobody"));
    }
  }

  private void accept() {
    while (!http.isClosed()) {
      try {
        Socket connection = http.accept();
        threads.execute(() -> answer(connection));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void answer(Socket connection) {
    try (connection;
        InputStream in = new BufferedInputStream(connection.getInputStream())) {
      while (!HttpMessages.readLine(in).isEmpty()) {
        long body =
            HttpMessages.readHead(in)
                .lines()
                .map(Ascii::toLowerCase)
                .filter(line -> line.startsWith("content-length:"))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        in.skipNBytes(body);
        note(connection.getLocalAddress().getHostAddress());
        String status = allows.get() ? "200 OK" : "403 Forbidden";
        connection
            .getOutputStream()
            .write(("HTTP/1.1 " + status + "\r\ncontent-length: 0\r\n\r\n").getBytes(ISO_8859_1));
        connection.getOutputStream().flush();
      }
    } catch (IOException e) {
      // Envoy is gone.
    }
  }

  private final class Checks extends AuthorizationGrpc.AuthorizationImplBase {
    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> answers) {
      note(Objects.requireNonNull(ASKED_AT.get()));
      answers.onNext(
          CheckResponse.newBuilder()
              .setStatus(Status.newBuilder().setCode(allows.get() ? OK : PERMISSION_DENIED))
              .build());
      answers.onCompleted();
    }
  }

  /** Keeps the address at which a service was asked. */
  private static final class AddressNoted implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      SocketAddress local = call.getAttributes().get(Grpc.TRANSPORT_ATTR_LOCAL_ADDR);
      String address =
          local instanceof InetSocketAddress inet ? inet.getAddress().getHostAddress() : "";
      return Contexts.interceptCall(
          Context.current().withValue(ASKED_AT, address), call, headers, next);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "ext-authz");
    thread.setDaemon(true);
    return thread;
  }
}
