// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.yaml.ObjectKind;
import io.rutter.yaml.ObjectStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written to the API server, and by whom; and what probes and Prometheus are told. */
class StatusTest {
  private static final String GATEWAY =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: istio-ingressgateway, namespace: istio-system}
      spec: {type: LoadBalancer, clusterIP: 10.0.0.9, externalIPs: [192.0.2.7], selector: {istio: ingressgateway}, ports: [{name: http, port: 80}]}
      status: {loadBalancer: {ingress: [{hostname: lb.test}, {ip: 192.0.2.1}]}}
      """;

  private static String ingress(String name, String className) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: %s, namespace: shop, annotations: {kubernetes.io/ingress.class: %s}}
    spec: {rules: [{host: shop.test, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: reviews, port: {number: 80}}}}]}}]}
    """
        .formatted(name, className);
  }

  private final ApiServer api = Followed.newServer();

  @AfterEach
  void stop() {
    api.close();
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private List<?> conditions(String name) {
    return conditions("VirtualService", name);
  }

  private List<?> conditions(String kind, String name) {
    Object status = api.get(kind, "shop", name).getAdditionalProperties().get("status");
    return map(status).get("conditions") instanceof List<?> conditions ? conditions : List.of();
  }

  private List<String> patches() {
    return api.requests.stream()
        .filter(line -> line.startsWith("PATCH") && line.endsWith("/status"))
        .toList();
  }

  @Test
  void problemsAreInTheStatusOfTheirObjectsOnce() throws Exception {
    api.apply(FollowTest.virtualService("shop", "right", "1s"));
    api.apply(FollowTest.virtualService("shop", "wrong", "soon"));
    try (Followed followed = Followed.start(Followed.writing("one"), api)) {
      followed.until("written", () -> conditions("wrong").size() == 1);
      Map<?, ?> condition = map(conditions("wrong").get(0));
      assertThat(condition.get("type")).isEqualTo("rutter.io/Translated");
      assertThat(condition.get("status")).isEqualTo("False");
      assertThat(condition.get("reason")).isEqualTo("Errors");
      assertThat(String.valueOf(condition.get("message")))
          .startsWith("error: spec.http[0].timeout: ")
          .doesNotContain("warning");
      assertThat(conditions("right")).isEmpty();
      api.apply(FollowTest.service("shop", "right")); // Another mesh: nothing differs.
      followed.until("served", () -> followed.mesh().services().size() == 1);
      api.apply(FollowTest.virtualService("shop", "wrong", "2s"));
      followed.until(
          "mended",
          () ->
              conditions("wrong").size() == 1
                  && "True".equals(map(conditions("wrong").get(0)).get("status")));
      followed.until("followed", () -> followed.mesh().virtualServices().size() == 2);
      assertThat(patches()).hasSizeBetween(2, 3).allMatch(line -> line.contains("/wrong/status"));
    }
  }

  @Test
  void ingressesHaveTheAddressesOfTheGateway() throws Exception {
    api.apply(GATEWAY);
    api.apply(FollowTest.service("shop", "reviews"));
    api.apply(ingress("ours", "istio"));
    api.apply(ingress("theirs", "nginx"));
    try (Followed followed = Followed.start(Followed.writing("one"), api)) {
      List<?> expected =
          List.of(
              Map.of("ip", "192.0.2.1"), Map.of("ip", "192.0.2.7"), Map.of("hostname", "lb.test"));
      followed.until(
          "written",
          () -> IngressAddresses.present(api.get("Ingress", "shop", "ours")).equals(expected));
      assertThat(IngressAddresses.present(api.get("Ingress", "shop", "theirs"))).isEmpty();
    }
  }

  @Test
  void oneOfSeveralWritesAndAnotherGoesOnWhenItHasGone() throws Exception {
    api.apply(FollowTest.virtualService("shop", "wrong", "soon"));
    Followed first = Followed.start(Followed.writing("one"), api);
    first.until("written", () -> conditions("wrong").size() == 1);
    try (Followed second = Followed.start(Followed.writing("two"), api)) {
      assertThat(metrics(first)).contains("rutter_leader 1");
      second.until("told", () -> second.count("following") == 1);
      assertThat(second.log).anyMatch(line -> line.contains("event=following leader=one"));
      assertThat(second.count("leader")).isZero();
      assertThat(metrics(second)).contains("rutter_leader 0");
      first.close();
      second.until("leads", () -> metrics(second).contains("rutter_leader 1"));
      second.until("told", () -> second.count("leader") == 1);
      api.apply(FollowTest.virtualService("shop", "also", "soon"));
      second.until("writes", () -> conditions("also").size() == 1);
    }
  }

  @Test
  void objectsOfAKindThatIsNotTranslatedSaySoEach() throws Exception {
    ObjectKind kind =
        ObjectStore.kinds().stream().filter(one -> one.versions().isEmpty()).findFirst().get();
    for (String name : List.of("one", "two")) {
      api.apply(
          """
          apiVersion: %s/v1alpha3
          kind: %s
          metadata: {name: %s, namespace: shop}
          spec: {}
          """
              .formatted(kind.group(), kind.name(), name));
    }
    try (Followed followed = Followed.start(Followed.writing("one"), api)) {
      for (String name : List.of("one", "two")) {
        followed.until("written", () -> !conditions(kind.name(), name).isEmpty());
        assertThat(String.valueOf(map(conditions(kind.name(), name).get(0)).get("message")))
            .contains(kind.name() + " is not translated", "[not-translated]");
        assertThat(followed.log)
            .filteredOn(line -> line.contains("object=" + kind.name() + "/shop/" + name + " "))
            .hasSize(1);
      }
    }
  }

  @Test
  void whatCouldNotBeWrittenIsWrittenWithoutAnotherMesh() throws Exception {
    api.apply(FollowTest.virtualService("shop", "wrong", "soon"));
    api.refuseStatuses(500);
    try (Followed followed = Followed.start(Followed.writing("one"), api)) {
      followed.until("told", () -> followed.count("status-not-written") == 1);
      long meshes = followed.count("mesh-served");
      api.refuseStatuses(0);
      followed.until("written", () -> conditions("wrong").size() == 1);
      followed.until("told", () -> followed.count("statuses-written") == 1);
      assertThat(followed.count("mesh-served")).isEqualTo(meshes);
      assertThat(followed.log)
          .filteredOn(line -> line.contains("event=status-not-written"))
          .singleElement()
          .asString()
          .contains("level=warn", "VirtualService", "the status is refused");
    }
  }

  @Test
  void thatSomebodyElseWasFasterIsNoWarning() throws Exception {
    api.apply(FollowTest.virtualService("shop", "wrong", "soon"));
    api.refuseStatuses(409);
    try (Followed followed = Followed.start(Followed.writing("one"), api)) {
      followed.until("refused", () -> followed.count("status-not-written") >= 1);
      api.refuseStatuses(0);
      followed.until("written", () -> conditions("wrong").size() == 1);
      assertThat(followed.log)
          .filteredOn(line -> line.contains("event=status-not-written"))
          .allMatch(line -> line.contains("level=debug"));
      assertThat(followed.count("leader")).isEqualTo(1);
    }
  }

  private static HttpResponse<String> get(Followed followed, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + followed.plane.statusPort() + path))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String metrics(Followed followed) throws Exception {
    return get(followed, "/metrics").body();
  }

  @Test
  void probesAndPrometheusAreAnswered() throws Exception {
    api.apply(FollowTest.virtualService("shop", "wrong", "soon"));
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      assertThat(get(followed, "/healthz").statusCode()).isEqualTo(200);
      assertThat(get(followed, "/readyz").statusCode()).isEqualTo(200);
      assertThat(metrics(followed))
          .contains("rutter_objects{cluster=\"Kubernetes\",kind=\"VirtualService\"} 1")
          .contains("rutter_problems{severity=\"error\"} 1")
          .contains("rutter_mesh_seconds_count{step=\"snapshot\"}")
          .contains("rutter_mesh_seconds_count{step=\"compile\"}")
          .contains("rutter_mesh_seconds_count{step=\"push\"}")
          .contains("rutter_api_server_up{cluster=\"Kubernetes\"} 1")
          .contains("rutter_proxies 0")
          .contains("rutter_nacks_total 0")
          .contains("rutter_changes_total");
    }
  }

  @Test
  void anApiServerThatIsAwayIsInTheMetricsAndEnvoysAreServedAllTheSame() throws Exception {
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      api.goAway();
      followed.until("told", () -> followed.count("api-server-away") == 1);
      assertThat(metrics(followed)).contains("rutter_api_server_up{cluster=\"Kubernetes\"} 0");
      assertThat(get(followed, "/readyz").statusCode()).isEqualTo(200);
      api.comeBack();
      followed.until("told", () -> followed.count("api-server-back") == 1);
      assertThat(metrics(followed)).contains("rutter_api_server_up{cluster=\"Kubernetes\"} 1");
      assertThat(followed.log)
          .noneMatch(line -> line.contains("watch-failed") && line.contains("level=warn"));
    }
  }

  @Test
  void eachMetricSaysWhatItIs() throws Exception {
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      assertThat(metrics(followed).lines())
          .filteredOn(line -> line.startsWith("# HELP"))
          .hasSizeGreaterThan(8)
          .allMatch(line -> line.matches("# HELP rutter_\\w+ \\S.*"));
    }
  }

  @Test
  void notReadyBeforeAllIsListed() throws Exception {
    api.setUnavailable(true);
    Followed followed = Followed.startUnready(Followed.settings(), api);
    try {
      followed.until("away", () -> followed.count("api-server-away") == 1);
      assertThat(get(followed, "/readyz").statusCode()).isEqualTo(503);
      assertThat(get(followed, "/healthz").statusCode()).isEqualTo(200);
      api.setUnavailable(false);
      followed.until("ready", () -> get(followed, "/readyz").statusCode() == 200);
    } finally {
      followed.close();
    }
  }
}
