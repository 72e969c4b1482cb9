// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports for what a test starts. They come in blocks, and a process holds the first port of each
 * block of its own for as long as it runs: so tests that run beside each other are never given the
 * same one. All are below those that the system gives to outgoing connections.
 */
public final class Ports {
  private static final int FIRST = 12_000;
  private static final int BLOCKS = 100;
  private static final int IN_BLOCK = 200;

  /** Never closed: whoever can bind the first port of a block has the block. */
  private static final List<ServerSocket> HELD = new ArrayList<>();

  private static int last = FIRST + IN_BLOCK - 1;

  private Ports() {}

  /** A port that nothing listens on, another one each time. */
  public static synchronized int free() {
    while (true) {
      last = (last + 1 - FIRST) % IN_BLOCK == 0 ? newBlock() + 1 : last + 1;
      try (ServerSocket socket = new ServerSocket(last)) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // Another program has it: the next one.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The first port of a block that nobody has, held from now on. */
  private static int newBlock() {
    int start = (int) (ProcessHandle.current().pid() % BLOCKS);
    for (int i = 0; i < BLOCKS; i++) {
      int first = FIRST + (start + i) % BLOCKS * IN_BLOCK;
      try {
        HELD.add(new ServerSocket(first, 1, InetAddress.getLoopbackAddress()));
        return first;
      } catch (BindException e) {
        // Another process has it: the next one.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("no block of ports is free");
  }
}
