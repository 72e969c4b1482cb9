// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests, one after another, for as long as something else happens. An answer that is not 200 is
 * a request lost; so is a connection that breaks, unless an Envoy was killed meanwhile.
 */
final class Load implements AutoCloseable {
  /** One request. */
  private interface Request {
    /** Says what is wrong with the answer, if something is. */
    Optional<String> send() throws IOException, InterruptedException;
  }

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger excused = new AtomicInteger();
  private final List<String> failures = new CopyOnWriteArrayList<>();

  /** Odd while an Envoy is killed; another one after. */
  private final AtomicInteger kills = new AtomicInteger();

  private final Thread thread;
  private volatile boolean ends;

  private Load(Request request) {
    thread = new Thread(() -> run(request), "load");
    thread.start();
  }

  /** Requests to a host, over connections that stay. */
  static Load on(Edge edge, String host) {
    return new Load(
        () -> {
          HttpResponse<String> response = edge.request("POST", host, "/load");
          return response.statusCode() == 200
              ? Optional.empty()
              : Optional.of(
                  response.statusCode() + " " + response.body() + " " + response.headers().map());
        });
  }

  /** Requests to a host at a port, each on a connection of its own. */
  static Load ofConnections(int port, String host) {
    return new Load(
        () -> {
          String answer = TlsClient.getInClear(port, host);
          if (answer.isEmpty()) {
            throw new IOException("no answer");
          }
          return answer.startsWith("HTTP/1.1 200") ? Optional.empty() : Optional.of(answer);
        });
  }

  private void run(Request request) {
    while (!ends) {
      int before = kills.get();
      try {
        request.send().ifPresent(failures::add);
      } catch (IOException | InterruptedException e) {
        if (before % 2 == 1 || kills.get() != before) {
          excused.incrementAndGet();
        } else {
          failures.add(e.toString());
        }
      }
      sent.incrementAndGet();
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
