// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A real Envoy follows changes of services and routes; requests run during each, and none fails.
 */
class RoutingTest {
  @RegisterExtension static final StartedEdge STARTED = new StartedEdge();

  private static Set<String> backendsOf(String host, int requests) throws Exception {
    Set<String> result = new HashSet<>();
    for (int i = 0; i < requests; i++) {
      HttpResponse<String> response = STARTED.edge().send(host, "/");
      assertThat(response.statusCode()).isEqualTo(200);
      result.add(response.body());
    }
    return result;
  }

  @Test
  void endpointsComeAndGo() throws Exception {
    String routes = Edge.routes("come.test", Edge.routeTo("come.test", ""));
    STARTED.edge().write("come", Edge.service("come.test", STARTED.one()), routes);
    STARTED.edge().awaitStatus("come.test", 200);
    assertThat(backendsOf("come.test", 5)).containsExactly("one");
    try (Load load = Load.on(STARTED.edge(), "come.test")) {
      STARTED.edge().write("come", Edge.service("come.test", STARTED.one(), STARTED.two()), routes);
      STARTED.edge().until("both", () -> backendsOf("come.test", 10).size() == 2);
      STARTED.edge().write("come", Edge.service("come.test", STARTED.two()), routes);
      STARTED.edge().until("only two", () -> backendsOf("come.test", 10).equals(Set.of("two")));
      assertThat(load.sent()).isPositive();
    }
  }

  @Test
  void weightsChange() throws Exception {
    String services =
        Edge.service("w1.test", STARTED.one()) + "---\n" + Edge.service("w2.test", STARTED.two());
    STARTED.edge().write("weights", services, weighted(100, 0));
    STARTED.edge().awaitStatus("weights.test", 200);
    assertThat(backendsOf("weights.test", 10)).containsExactly("one");
    try (Load load = Load.on(STARTED.edge(), "weights.test")) {
      STARTED.edge().write("weights", services, weighted(50, 50));
      STARTED.edge().until("both", () -> backendsOf("weights.test", 20).size() == 2);
      STARTED.edge().write("weights", services, weighted(0, 100));
      STARTED.edge().until("only two", () -> backendsOf("weights.test", 20).equals(Set.of("two")));
      assertThat(load.sent()).isPositive();
    }
  }

  private static String weighted(int first, int second) {
    return Edge.routes(
        "weights.test",
        "{route: [{destination: {host: w1.test}, weight: %d}, {destination: {host: w2.test}, weight: %d}]}"
            .formatted(first, second));
  }

  @Test
  void routesChangeToServicesThatAreNewAndGo() throws Exception {
    STARTED
        .edge()
        .write(
            "moves",
            Edge.service("old.test", STARTED.one()),
            Edge.routes("moves.test", Edge.routeTo("old.test", "")));
    STARTED.edge().awaitStatus("moves.test", 200);
    try (Load load = Load.on(STARTED.edge(), "moves.test")) {
      for (int i = 0; i < 20; i++) {
        String host = "new" + i + ".test";
        Backend backend = i % 2 == 0 ? STARTED.two() : STARTED.one();
        STARTED
            .edge()
            .write(
                "moves",
                Edge.service(host, backend),
                Edge.routes("moves.test", Edge.routeTo(host, "")));
        STARTED.edge().until("moved", () -> backendsOf("moves.test", 1).contains(i(backend)));
      }
      assertThat(load.sent()).isPositive();
    }
  }

  private static String i(Backend backend) {
    return backend == STARTED.one() ? "one" : "two";
  }

  @Test
  void aMatchGoesFirst() throws Exception {
    STARTED
        .edge()
        .write(
            "match",
            Edge.service("m1.test", STARTED.one()),
            Edge.service("m2.test", STARTED.two()),
            Edge.routes(
                "match.test",
                "{match: [{headers: {end-user: {exact: jason}}, uri: {prefix: /a}}], "
                    + Edge.routeTo("m2.test", "").substring(1)
                    + ", "
                    + Edge.routeTo("m1.test", "")));
    STARTED.edge().awaitStatus("match.test", 200);
    assertThat(STARTED.edge().send("match.test", "/a", "end-user", "jason").body())
        .isEqualTo("two");
    assertThat(STARTED.edge().send("match.test", "/a").body()).isEqualTo("one");
    assertThat(STARTED.edge().send("match.test", "/b", "end-user", "jason").body())
        .isEqualTo("one");
  }

  @Test
  void headersAreChanged() throws Exception {
    try (Backend backend = Backend.start("headers", 4, 0)) {
      STARTED
          .edge()
          .write(
              "headers",
              Edge.service("headers.test", backend),
              Edge.routes(
                  "headers.test",
                  Edge.routeTo(
                      "headers.test",
                      ", headers: {request: {set: {x-set: \"1\"}, remove: [x-gone]},"
                          + " response: {add: {x-added: \"2\"}, remove: [x-backend]}}")));
      STARTED.edge().awaitStatus("headers.test", 200);
      HttpResponse<String> response = STARTED.edge().send("headers.test", "/", "x-gone", "3");
      assertThat(backend.lastHeaders).contains("x-set: 1").noneMatch(h -> h.startsWith("x-gone"));
      assertThat(response.headers().firstValue("x-added")).hasValue("2");
      assertThat(response.headers().firstValue("x-backend")).isEmpty();
    }
  }

  @Test
  void otherOriginsAreAllowed() throws Exception {
    STARTED
        .edge()
        .write(
            "cors",
            Edge.service("cors.test", STARTED.one()),
            Edge.routes(
                "cors.test",
                Edge.routeTo(
                    "cors.test",
                    ", corsPolicy: {allowOrigins: [{exact: \"https://a.test\"}], allowMethods:"
                        + " [GET], maxAge: 60s}")));
    STARTED.edge().awaitStatus("cors.test", 200);
    HttpResponse<String> allowed =
        STARTED
            .edge()
            .request(
                "OPTIONS",
                "cors.test",
                "/",
                "origin",
                "https://a.test",
                "access-control-request-method",
                "GET");
    assertThat(allowed.headers().firstValue("access-control-allow-origin"))
        .hasValue("https://a.test");
    assertThat(allowed.headers().firstValue("access-control-max-age")).hasValue("60");
    assertThat(
            STARTED
                .edge()
                .send("cors.test", "/", "origin", "https://b.test")
                .headers()
                .firstValue("access-control-allow-origin"))
        .isEmpty();
  }

  @Test
  void faultsAreInjected() throws Exception {
    String service = Edge.service("fault.test", STARTED.one());
    STARTED
        .edge()
        .write(
            "fault",
            service,
            Edge.routes(
                "fault.test",
                Edge.routeTo(
                    "fault.test",
                    ", fault: {abort: {httpStatus: 418, percentage: {value: 100}}}")));
    STARTED.edge().awaitStatus("fault.test", 418);
    STARTED
        .edge()
        .write(
            "fault",
            service,
            Edge.routes(
                "fault.test",
                Edge.routeTo(
                    "fault.test",
                    ", fault: {delay: {fixedDelay: 0.3s, percentage: {value: 100}}}")));
    STARTED.edge().awaitStatus("fault.test", 200);
    long start = System.nanoTime();
    assertThat(STARTED.edge().send("fault.test", "/").statusCode()).isEqualTo(200);
    assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(290);
  }

  @Test
  void requestsAreMirrored() throws Exception {
    try (Backend shadow = Backend.start("shadow", 5, 0)) {
      STARTED
          .edge()
          .write(
              "mirror",
              Edge.service("mirror.test", STARTED.one()),
              Edge.service("shadow.test", shadow),
              Edge.routes(
                  "mirror.test",
                  Edge.routeTo(
                      "mirror.test",
                      ", mirrors: [{destination: {host: shadow.test}, percentage: {value:"
                          + " 100}}]")));
      STARTED.edge().awaitStatus("mirror.test", 200);
      assertThat(STARTED.edge().send("mirror.test", "/").body()).isEqualTo("one");
      STARTED.edge().until("mirrored", () -> shadow.requests.get() > 0);
      STARTED.edge().write("mirror", Edge.service("mirror.test", STARTED.one()));
    }
  }
}
