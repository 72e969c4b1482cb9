// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.rutter.controlplane.OperatingException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** {@code /healthz}, {@code /readyz} and {@code /metrics}, for who looks after the process. */
final class StatusServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final HttpServer server;

  private StatusServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @param isAlive whether the process need not be started again
   * @param isReady whether proxies may come
   * @throws OperatingException if the address cannot be had
   */
  static StatusServer start(
      InetSocketAddress address,
      BooleanSupplier isAlive,
      BooleanSupplier isReady,
      Supplier<String> metrics)
      throws OperatingException {
    HttpServer server;
    try {
      server = HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new OperatingException(
          "cannot listen on %s:%d: %s"
              .formatted(address.getHostString(), address.getPort(), e.getMessage()));
    }
    server.createContext("/healthz", exchange -> answer(exchange, isAlive.getAsBoolean()));
    server.createContext("/readyz", exchange -> answer(exchange, isReady.getAsBoolean()));
    server.createContext(
        "/metrics", exchange -> answer(exchange, OK, "text/plain; version=0.0.4", metrics.get()));
    server.start();
    return new StatusServer(server);
  }

  private static void answer(HttpExchange exchange, boolean isSo) throws IOException {
    answer(exchange, isSo ? OK : UNAVAILABLE, "text/plain", isSo ? "ok\n" : "not yet\n");
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** The port that it serves on. */
  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
