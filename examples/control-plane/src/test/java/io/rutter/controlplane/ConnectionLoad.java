// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests to a port, one after another, each on a connection of its own. A connection may break
 * while an Envoy is killed, and then only; an answer that is not 200 is a request lost.
 */
final class ConnectionLoad implements AutoCloseable {
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger excused = new AtomicInteger();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Thread thread;

  /** Odd while an Envoy is killed; another one after. */
  private final AtomicInteger kills = new AtomicInteger();

  private volatile boolean ends;

  ConnectionLoad(int port, String host) {
    thread = new Thread(() -> run(port, host), "load");
    thread.start();
  }

  private void run(int port, String host) {
    while (!ends) {
      int before = kills.get();
      try {
        String answer = TlsClient.getInClear(port, host);
        if (!answer.startsWith("HTTP/1.1 200")) {
          note(before, answer.isEmpty(), "answer: " + answer);
        }
      } catch (IOException e) {
        note(before, true, e.toString());
      }
      sent.incrementAndGet();
    }
  }

  private void note(int killsBefore, boolean isBroken, String failure) {
    if (isBroken && (killsBefore % 2 == 1 || kills.get() != killsBefore)) {
      excused.incrementAndGet();
    } else {
      failures.add(failure);
    }
  }

  /** Kills an Envoy. */
  void during(Runnable kill) {
    kills.incrementAndGet();
    kill.run();
    kills.incrementAndGet();
  }

  /** Requests so far. */
  int sent() {
    return sent.get();
  }

  /** Those whose connection broke with the Envoy that had it. */
  int excused() {
    return excused.get();
  }

  /** Stops; no request was lost, and there were some. */
  @Override
  public void close() {
    ends = true;
    Uninterruptibles.joinUninterruptibly(thread);
    assertThat(failures).isEmpty();
    assertThat(sent.get()).isPositive();
  }
}
