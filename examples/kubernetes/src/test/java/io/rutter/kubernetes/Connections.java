// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port of loopback that leads to another one, and can cut what goes through. */
final class Connections implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private Connections(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
  }

  /** Leads to that port. */
  static Connections to(int target) throws IOException {
    Connections connections =
        new Connections(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), target);
    connections.threads.execute(connections::accept);
    return connections;
  }

  /** The port that leads there. */
  int port() {
    return server.getLocalPort();
  }

  /** Ends all connections that are open. */
  void cut() {
    for (Socket socket : open) {
      close(socket);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket from = server.accept();
        try {
          Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
          threads.execute(() -> copy(from, to));
          threads.execute(() -> copy(to, from));
        } catch (IOException e) {
          from.close(); // Nobody listens there: the other end sees what it would see there.
        }
      } catch (IOException e) {
        // Closed: the loop ends.
      }
    }
  }

  private void copy(Socket from, Socket to) {
    open.add(from);
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException e) {
      // One of the ends is gone.
    } finally {
      close(from);
      close(to);
      open.remove(from);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    cut();
    threads.shutdownNow();
  }
}
