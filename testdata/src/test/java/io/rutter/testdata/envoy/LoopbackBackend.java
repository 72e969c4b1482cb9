// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.collect.ImmutableMap;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The backend of all clusters: one port on all loopback addresses, each of which stands for a
 * cluster. It answers an HTTP request with the name of the cluster in the header {@code x-cluster}
 * and the head of the request, as it came, in the body; other bytes with a line that names the
 * cluster. TLS it only notes and refuses.
 */
final class LoopbackBackend implements AutoCloseable {
  private static final int TLS_HANDSHAKE = 0x16;

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackBackend::daemon);
  private final AtomicReference<ImmutableMap<String, String>> clusters =
      new AtomicReference<>(ImmutableMap.of());

  private final AtomicReference<Optional<String>> tlsArrival =
      new AtomicReference<>(Optional.empty());

  private LoopbackBackend(ServerSocket server) {
    this.server = server;
  }

  /** Starts it on a free port. */
  static LoopbackBackend start() throws IOException {
    LoopbackBackend backend = new LoopbackBackend(new ServerSocket(0));
    backend.threads.execute(backend::accept);
    return backend;
  }

  /** Its port. */
  int port() {
    return server.getLocalPort();
  }

  /** The cluster that got TLS that nobody had ended since the last question. */
  Optional<String> takeTlsArrival() {
    return tlsArrival.getAndSet(Optional.empty());
  }

  /** Names the clusters that loopback addresses stand for from now on. */
  void serve(ImmutableMap<String, String> clustersByAddress) {
    clusters.set(clustersByAddress);
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        threads.execute(() -> answer(connection));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void answer(Socket connection) {
    try (connection;
        InputStream in = new BufferedInputStream(connection.getInputStream())) {
      String cluster =
          Objects.requireNonNull(clusters.get())
              .getOrDefault(connection.getLocalAddress().getHostAddress(), "nobody");
      in.mark(1);
      if (in.read() == TLS_HANDSHAKE) {
        tlsArrival.set(Optional.of(cluster));
        return;
      }
      in.reset();
      while (true) {
        String firstLine = HttpMessages.readLine(in);
        if (firstLine.isEmpty()) {
          return;
        }
        if (!firstLine.contains(" HTTP/1.")) {
          connection.getOutputStream().write(("tcp " + cluster + "\n").getBytes(ISO_8859_1));
          return;
        }
        String head = firstLine + "\n" + HttpMessages.readHead(in);
        String response =
            "HTTP/1.1 200 OK\r\nx-cluster: %s\r\ncontent-length: %d\r\n\r\n%s"
                .formatted(cluster, head.length(), firstLine.startsWith("HEAD ") ? "" : head);
        connection.getOutputStream().write(response.getBytes(ISO_8859_1));
        connection.getOutputStream().flush();
      }
    } catch (IOException e) {
      // The client is gone.
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "backend");
    thread.setDaemon(true);
    return thread;
  }
}
