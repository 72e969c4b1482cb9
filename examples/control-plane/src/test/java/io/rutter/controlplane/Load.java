// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests to a host, one after another, for as long as something else happens. */
final class Load implements AutoCloseable {
  private final AtomicInteger sent = new AtomicInteger();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean ends;

  private Load(Edge edge, String host) {
    thread = new Thread(() -> run(edge, host), "load");
  }

  static Load on(Edge edge, String host) {
    Load load = new Load(edge, host);
    load.thread.start();
    return load;
  }

  private void run(Edge edge, String host) {
    while (!ends) {
      try {
        HttpResponse<String> response = edge.request("POST", host, "/load");
        if (response.statusCode() != 200) {
          failures.add(
              response.statusCode() + " " + response.body() + " " + response.headers().map());
        }
      } catch (java.io.IOException | InterruptedException e) {
        failures.add(e.toString());
      }
      sent.incrementAndGet();
    }
  }

  /** Requests so far. */
  int sent() {
    return sent.get();
  }

  /** Stops; no request failed, and there were some. */
  @Override
  public void close() {
    ends = true;
    Uninterruptibles.joinUninterruptibly(thread);
    assertThat(failures).isEmpty();
    assertThat(sent.get()).isPositive();
  }
}
