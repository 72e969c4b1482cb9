// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A workload on an address of its own: answers with its name, or as a test tells it to. */
public final class Backend implements AutoCloseable {
  private final String name;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Requests so far. */
  public final AtomicInteger requests = new AtomicInteger();

  /** How many of the next requests fail with 503. */
  final AtomicInteger failures = new AtomicInteger();

  /** Milliseconds until an answer. */
  volatile int delayMillis;

  /** Answers wait until it is open. */
  volatile CountDownLatch gate = new CountDownLatch(0);

  /** Headers of the last request, {@code name: value}. */
  final List<String> lastHeaders = new CopyOnWriteArrayList<>();

  private Backend(String name, HttpServer server) {
    this.name = name;
    this.server = server;
  }

  /** Starts on {@code 127.0.0.N}, at any port, or the given one. */
  public static Backend start(String name, int n, int port) throws IOException {
    InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) n});
    return started(
        new Backend(name, HttpServer.create(new InetSocketAddress(address, port), 1000)));
  }

  /** The same with TLS. */
  static Backend startTls(String name, int n, TestCertificate certificate)
      throws IOException, GeneralSecurityException {
    InetAddress address = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) n});
    HttpsServer server = HttpsServer.create(new InetSocketAddress(address, 0), 1000);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    return started(new Backend(name, server));
  }

  private static Backend started(Backend backend) {
    backend.server.createContext("/", backend::answer);
    backend.server.setExecutor(backend.threads);
    backend.server.start();
    return backend;
  }

  String name() {
    return name;
  }

  /** Its address. */
  public String address() {
    return server.getAddress().getAddress().getHostAddress();
  }

  /** Its port. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      lastHeaders.clear();
      exchange
          .getRequestHeaders()
          .forEach(
              (key, values) ->
                  lastHeaders.add(key.toLowerCase(java.util.Locale.ROOT) + ": " + values.get(0)));
      requests.incrementAndGet();
      gate.await();
      if (delayMillis > 0) {
        Thread.sleep(delayMillis);
      }
      boolean fails = failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
      byte[] body = name.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("x-backend", name);
      exchange.sendResponseHeaders(fails ? 503 : 200, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
