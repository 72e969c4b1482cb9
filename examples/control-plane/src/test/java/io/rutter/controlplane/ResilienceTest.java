// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a real Envoy does with traffic policies, retries and timeouts that the mesh has. */
class ResilienceTest {
  @RegisterExtension static final StartedEdge STARTED = new StartedEdge();

  @Test
  void failuresAreRetried() throws Exception {
    try (Backend flaky = Backend.start("flaky", 14, 0)) {
      STARTED
          .edge()
          .write(
              "retry",
              Edge.service("retry.test", flaky),
              Edge.routes(
                  "retry.test",
                  Edge.routeTo("retry.test", ", retries: {attempts: 2, retryOn: 5xx}")));
      STARTED.edge().awaitStatus("retry.test", 200);
      flaky.failures.set(2);
      assertThat(STARTED.edge().send("retry.test", "/").statusCode()).isEqualTo(200);
      flaky.failures.set(3);
      assertThat(STARTED.edge().send("retry.test", "/").statusCode()).isEqualTo(503);
      assertThat(STARTED.edge().send("retry.test", "/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void slowAnswersTimeOut() throws Exception {
    try (Backend slow = Backend.start("slow", 15, 0)) {
      String service = Edge.service("slow.test", slow);
      STARTED
          .edge()
          .write(
              "slow",
              service,
              Edge.routes("slow.test", Edge.routeTo("slow.test", ", timeout: 0.2s")));
      STARTED.edge().awaitStatus("slow.test", 200);
      slow.delayMillis = 600;
      assertThat(STARTED.edge().send("slow.test", "/").statusCode()).isEqualTo(504);
      STARTED
          .edge()
          .write("slow", service, Edge.routes("slow.test", Edge.routeTo("slow.test", "")));
      STARTED.edge().awaitStatus("slow.test", 200);
    }
  }

  @Test
  void connectionsAndWaitingRequestsAreLimited() throws Exception {
    try (Backend slow = Backend.start("busy", 16, 0)) {
      STARTED
          .edge()
          .write(
              "busy",
              Edge.service("busy.test", slow),
              Edge.policy(
                  "busy.test",
                  "{connectionPool: {tcp: {maxConnections: 1}, http: {http1MaxPendingRequests:"
                      + " 1}}}"),
              Edge.routes("busy.test", Edge.routeTo("busy.test", ", retries: {attempts: 0}")));
      STARTED.edge().awaitStatus("busy.test", 200);
      STARTED.edge().awaitSettled();
      slow.delayMillis = 500;
      List<Integer> statuses = atOnce(6, () -> STARTED.edge().send("busy.test", "/").statusCode());
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(2);
      assertThat(statuses).filteredOn(status -> status == 503).hasSize(4);
    }
  }

  private static <T> List<T> atOnce(int count, Callable<T> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(java.util.Collections.nCopies(count, call))) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }

  private static Set<String> answers(String host, int requests, String... headers)
      throws Exception {
    Set<String> result = new HashSet<>();
    for (int i = 0; i < requests; i++) {
      HttpResponse<String> response = STARTED.edge().send(host, "/", headers);
      result.add(response.statusCode() == 200 ? response.body() : "" + response.statusCode());
    }
    return result;
  }

  @Test
  void anOutlierIsEjectedAndReturns() throws Exception {
    try (Backend bad = Backend.start("bad", 17, 0)) {
      STARTED
          .edge()
          .write(
              "outlier",
              Edge.service("outlier.test", STARTED.one(), bad),
              Edge.policy(
                  "outlier.test",
                  "{outlierDetection: {consecutive5xxErrors: 2, interval: 0.1s, baseEjectionTime:"
                      + " 1s, maxEjectionPercent: 100}}"),
              Edge.routes(
                  "outlier.test", Edge.routeTo("outlier.test", ", retries: {attempts: 0}")));
      STARTED.edge().until("both", () -> answers("outlier.test", 10).equals(Set.of("one", "bad")));
      bad.failures.set(2);
      STARTED.edge().until("ejected", () -> answers("outlier.test", 10).equals(Set.of("one")));
      STARTED
          .edge()
          .until("returned", () -> answers("outlier.test", 10).equals(Set.of("one", "bad")));
    }
  }

  @Test
  void anotherZoneTakesOver() throws Exception {
    int port = Ports.free();
    Backend near = Backend.start("near", 18, port);
    STARTED
        .edge()
        .write(
            "zones",
            Edge.service(
                "zones.test",
                Edge.endpoint(near, ", locality: r/a")
                    + ", "
                    + Edge.endpoint(STARTED.two(), ", locality: r/b")),
            Edge.policy(
                "zones.test",
                "{outlierDetection: {consecutive5xxErrors: 1, interval: 0.1s, baseEjectionTime:"
                    + " 0.5s, maxEjectionPercent: 100}}"),
            Edge.routes("zones.test", Edge.routeTo("zones.test", "")));
    STARTED.edge().awaitStatus("zones.test", 200);
    assertThat(answers("zones.test", 10)).containsExactly("near");
    near.close();
    STARTED.edge().until("failed over", () -> answers("zones.test", 10).equals(Set.of("two")));
    try (Backend again = Backend.start("near", 18, port)) {
      STARTED.edge().until("back", () -> answers("zones.test", 10).equals(Set.of(again.name())));
    }
  }

  @Test
  void equalHeadersGoToOneBackend() throws Exception {
    STARTED
        .edge()
        .write(
            "hash",
            Edge.service("hash.test", STARTED.one(), STARTED.two()),
            Edge.policy("hash.test", "{loadBalancer: {consistentHash: {httpHeaderName: x-user}}}"),
            Edge.routes("hash.test", Edge.routeTo("hash.test", "")));
    STARTED.edge().awaitStatus("hash.test", 200);
    STARTED.edge().awaitSettled();
    Set<String> all = new HashSet<>();
    for (int user = 0; user < 20; user++) {
      Set<String> ofUser = answers("hash.test", 4, "x-user", "user" + user);
      assertThat(ofUser).hasSize(1);
      all.addAll(ofUser);
    }
    assertThat(all).containsExactlyInAnyOrder("one", "two");
  }
}
