// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.rutter.model.MeshSnapshot;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The mesh follows the API server, whatever happens to it and to its objects. */
class FollowTest {
  private final ApiServer api = Followed.newServer();

  @AfterEach
  void stop() {
    api.close();
  }

  static String service(String namespace, String name) {
    return """
    apiVersion: v1
    kind: Service
    metadata: {name: %2$s, namespace: %1$s}
    spec: {clusterIP: 10.0.0.1, selector: {app: %2$s}, ports: [{name: http, port: 80, targetPort: 8080}]}
    """
        .formatted(namespace, name);
  }

  static String slice(String namespace, String service, String address, String pod) {
    return """
    apiVersion: discovery.k8s.io/v1
    kind: EndpointSlice
    metadata: {name: %2$s-1, namespace: %1$s, labels: {kubernetes.io/service-name: %2$s}}
    addressType: IPv4
    ports: [{name: http, port: 8080, protocol: TCP}]
    endpoints: [{addresses: [%3$s], conditions: {ready: true}, targetRef: {kind: Pod, name: %4$s, namespace: %1$s}}]
    """
        .formatted(namespace, service, address, pod);
  }

  static String pod(String namespace, String name, String app, String address) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %2$s, namespace: %1$s, labels: {app: %3$s}}
    spec: {nodeName: node-1, serviceAccountName: %3$s, containers: [{name: a, ports: [{containerPort: 8080}]}]}
    status: {podIP: %4$s, podIPs: [{ip: %4$s}], phase: Running, conditions: [{type: Ready, status: "True"}]}
    """
        .formatted(namespace, name, app, address);
  }

  static String virtualService(String namespace, String name, String timeout) {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: %2$s, namespace: %1$s}
    spec: {hosts: [%2$s], http: [{timeout: %3$s, route: [{destination: {host: %2$s}}]}]}
    """
        .formatted(namespace, name, timeout);
  }

  private static final String NODE =
      """
      apiVersion: v1
      kind: Node
      metadata: {name: node-1, labels: {topology.kubernetes.io/region: r, topology.kubernetes.io/zone: a}}
      """;

  private static String namespace(String name, String labels) {
    return "{apiVersion: v1, kind: Namespace, metadata: {name: %s, labels: {%s}}}"
        .formatted(name, labels);
  }

  private static String settings(String mesh) {
    return """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: istio, namespace: istio-system}
    data:
      mesh: |
    %s
    """
        .formatted(mesh.indent(4));
  }

  private void applySettings(String mesh) {
    var configMap = Serialization.unmarshal(settings(mesh), ConfigMap.class);
    var here = api.client.configMaps().inNamespace("istio-system");
    if (here.withName("istio").get() == null) {
      var unused = here.resource(configMap).create();
    } else {
      var unused = here.resource(configMap).update();
    }
  }

  private void fill() {
    api.apply(namespace("shop", "team: a"));
    api.apply(NODE);
    api.apply(service("shop", "reviews"));
    api.apply(pod("shop", "reviews-1", "reviews", "10.1.0.1"));
    api.apply(slice("shop", "reviews", "10.1.0.1", "reviews-1"));
    api.apply(virtualService("shop", "reviews", "1s"));
  }

  /** What the loader makes of the same objects. */
  private MeshSnapshot loaded() {
    LoadResult result = YamlLoader.create().load(YamlSource.text("all", api.yaml()));
    return result.snapshot();
  }

  @Test
  void whatIsListedAndWhatComesIsTheMeshOfTheSameFiles() throws Exception {
    fill();
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      assertThat(followed.mesh().endpoints()).isNotEmpty();
      assertThat(followed.mesh()).isEqualTo(loaded());
      api.apply(service("shop", "ratings"));
      api.apply(virtualService("shop", "reviews", "2s"));
      followed.until("changed", () -> followed.mesh().equals(loaded()));
      assertThat(followed.mesh().services()).hasSize(2);
      api.delete("Service", "shop", "ratings");
      api.delete("Pod", "shop", "reviews-1");
      followed.until("deleted", () -> followed.mesh().equals(loaded()));
      assertThat(followed.mesh().endpoints()).isEmpty();
    }
  }

  @Test
  void aKindComesAndGoesWithItsDefinition() throws Exception {
    fill();
    api.setServed("VirtualService", false);
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      assertThat(followed.mesh().virtualServices()).isEmpty();
      assertThat(followed.mesh().services()).hasSize(1);
      api.setServed("VirtualService", true);
      followed.until("comes", () -> followed.mesh().virtualServices().size() == 1);
      api.setServed("VirtualService", false);
      followed.until("goes", () -> followed.mesh().virtualServices().isEmpty());
      assertThat(followed.log)
          .anyMatch(line -> line.contains("event=kind-gone kind=VirtualService"));
      assertThat(followed.mesh().services()).hasSize(1);
      api.setServed("VirtualService", true);
      followed.until("comes again", () -> followed.mesh().virtualServices().size() == 1);
    }
  }

  @Test
  void whatHappensWhileTheServerIsAwayIsSeenWhenItIsBack() throws Exception {
    fill();
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      MeshSnapshot before = followed.mesh();
      api.goAway();
      followed.until("away", () -> followed.count("api-server-away") == 1);
      assertThat(followed.mesh()).isEqualTo(before);
      api.comeBack();
      api.apply(service("shop", "ratings"));
      api.delete("VirtualService", "shop", "reviews");
      followed.until("back", () -> followed.count("api-server-back") == 1);
      followed.until("followed", () -> followed.mesh().equals(loaded()));
    }
  }

  @Test
  void aWatchThatCannotGoOnBeginsAgain() throws Exception {
    fill();
    api.refuseOldWatches();
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      api.goAway();
      api.comeBack();
      api.apply(service("shop", "ratings"));
      api.delete("VirtualService", "shop", "reviews");
      followed.until("followed", () -> followed.mesh().equals(loaded()));
      applySettings("trustDomain: new.test\n");
      followed.until(
          "settings too",
          () -> followed.mesh().meshConfig().trustDomain().filter("new.test"::equals).isPresent());
    }
  }

  @Test
  void anObjectThatDoesNotParseIsAProblemAndNothingElse() throws Exception {
    fill();
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      api.apply(virtualService("shop", "ratings", "soon"));
      api.apply(service("shop", "ratings"));
      followed.until(
          "problem",
          () ->
              followed.log.stream()
                  .anyMatch(
                      line ->
                          line.contains("event=problem")
                              && line.contains("object=VirtualService/shop/ratings")
                              && line.contains("spec.http[0].timeout")));
      followed.until("the others", () -> followed.mesh().services().size() == 2);
      assertThat(followed.mesh().virtualServices()).hasSize(1);
      api.apply(virtualService("shop", "ratings", "3s"));
      followed.until("mended", () -> followed.mesh().virtualServices().size() == 2);
      assertThat(followed.log).anyMatch(line -> line.contains("event=problems-gone count="));
      assertThat(followed.log).noneMatch(line -> line.contains("count=0"));
      assertThat(followed.log).noneMatch(line -> line.contains("internal-error"));
    }
  }

  @Test
  void namespacesTakePartAsTheSelectorsSay() throws Exception {
    fill();
    api.apply(namespace("other", "team: b"));
    api.apply(service("other", "ratings"));
    applySettings("discoverySelectors: [{matchLabels: {team: a}}]\n");
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      assertThat(followed.mesh().services()).hasSize(1);
      api.apply(namespace("other", "team: a"));
      followed.until("its labels select it", () -> followed.mesh().services().size() == 2);
      applySettings(
          "discoverySelectors: [{matchExpressions: [{key: team, operator: In, values: [c]}]}]\n");
      followed.until("nobody", () -> followed.mesh().services().isEmpty());
      applySettings("{}\n");
      followed.until("everybody", () -> followed.mesh().services().size() == 2);
    }
  }

  @Test
  void settingsAreFollowedAndWrongOnesAreNotTaken() throws Exception {
    fill();
    applySettings("trustDomain: shop.test\n");
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      assertThat(followed.mesh().meshConfig().trustDomain()).contains("shop.test");
      applySettings("trustDomain: {}\n");
      followed.until("refused", () -> followed.count("settings-refused") == 1);
      applySettings("][\n");
      followed.until("refused", () -> followed.count("settings-refused") == 2);
      applySettings(
          "discoverySelectors: [{matchExpressions: [{key: team, operator: in, values: [a]}]}]\n");
      followed.until("refused", () -> followed.count("settings-refused") == 3);
      assertThat(followed.mesh().services()).isNotEmpty();
      assertThat(followed.mesh().meshConfig().trustDomain()).contains("shop.test");
      applySettings("trustDomain: new.test\n");
      followed.until(
          "taken",
          () -> followed.mesh().meshConfig().trustDomain().filter("new.test"::equals).isPresent());
    }
  }

  @Test
  void settingsThatCannotBeReadAreToldByWhereTheyAre() throws Exception {
    applySettings("trustDomain: shop.test\n");
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      long refused = 0;
      for (String text : List.of("a: &a [*a]\n", "a: b: c\n", "[a]\n", "trustDomain: {}\n")) {
        applySettings(text);
        refused++;
        long expected = refused;
        followed.until("refused", () -> followed.count("settings-refused") == expected);
      }
      assertThat(followed.log)
          .filteredOn(line -> line.contains("event=settings-refused"))
          .allMatch(line -> line.contains("configmap=istio-system/istio key=mesh"))
          .noneMatch(line -> line.contains("fasterxml") || line.contains("snakeyaml"));
      assertThat(followed.log)
          .anyMatch(line -> line.contains("line 1, column 4: an alias inside of its own anchor"))
          .noneMatch(line -> line.contains("internal-error"));
      api.apply(service("shop", "ratings"));
      followed.until("goes on", () -> followed.mesh().services().size() == 1);
      assertThat(followed.mesh().meshConfig().trustDomain()).contains("shop.test");
    }
  }

  @Test
  void statusesThatNobodyReadsMakeNoMesh() throws Exception {
    fill();
    try (Followed followed = Followed.start(Followed.settings(), api)) {
      String gateway =
          """
          apiVersion: networking.istio.io/v1
          kind: Gateway
          metadata: {name: edge, namespace: shop}
          spec: {servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}
          """;
      api.apply(gateway);
      api.apply(virtualService("shop", "last", "1s"));
      followed.until("followed", () -> followed.mesh().virtualServices().size() == 2);
      long meshes = followed.count("mesh-served");
      for (int i = 0; i < 5; i++) {
        api.apply(gateway + "status: {observedGeneration: %d}\n".formatted(i));
      }
      api.apply(service("shop", "ratings"));
      followed.until("changed", () -> followed.mesh().services().size() == 2);
      assertThat(followed.count("mesh-served")).isEqualTo(meshes + 1);
      assertThat(followed.log)
          .filteredOn(line -> line.contains("event=mesh-served"))
          .last()
          .asString()
          .contains("changes=1 ");
    }
  }

  @Test
  void configurationOfAnotherRevisionDoesNotCount() throws Exception {
    fill();
    String canary = virtualService("shop", "reviews", "1s");
    try (Followed followed = Followed.start(Followed.ofRevision("canary"), api)) {
      assertThat(followed.mesh().virtualServices()).hasSize(1); // Of all revisions.
      api.apply(
          canary.replace("namespace: shop", "namespace: shop, labels: {istio.io/rev: stable}"));
      followed.until("of another", () -> followed.mesh().virtualServices().isEmpty());
      api.apply(
          canary.replace("namespace: shop", "namespace: shop, labels: {istio.io/rev: canary}"));
      followed.until("of ours", () -> followed.mesh().virtualServices().size() == 1);
    }
  }
}
