// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
      slow.gate = new CountDownLatch(1);
      assertThat(STARTED.edge().send("slow.test", "/").statusCode()).isEqualTo(504);
      slow.delayMillis = 600;
      slow.gate.countDown();
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
      slow.gate = new CountDownLatch(1);
      List<Integer> statuses = new CopyOnWriteArrayList<>();
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        clients.add(new Thread(() -> statuses.add(status("busy.test"))));
      }
      int before = slow.requests.get();
      clients.get(0).start();
      STARTED.edge().until("has the connection", () -> slow.requests.get() > before);
      clients.subList(1, 6).forEach(Thread::start); // One of them waits for it.
      STARTED.edge().until("refused", () -> statuses.size() == 4);
      assertThat(statuses).containsOnly(503);
      slow.gate.countDown();
      for (Thread client : clients) {
        client.join();
      }
      assertThat(statuses.subList(4, statuses.size())).containsExactly(200, 200);
    }
  }

  private static int status(String host) {
    try {
      return STARTED.edge().send(host, "/").statusCode();
    } catch (IOException | InterruptedException e) {
      return -1;
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
      STARTED
          .edge()
          .until(
              "ejected",
              () -> {
                bad.failures.set(2); // Again: it may be back before ten answers have come.
                return answers("outlier.test", 10).equals(Set.of("one"));
              });
      bad.failures.set(0);
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
