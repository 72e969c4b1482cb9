// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A registry that does not fit together gives a problem with its position, or what istiod does. */
class BadRegistryTest {
  private static final String CLIENT =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: client, namespace: shop}
      spec: {type: sidecar, ipAddresses: [10.20.0.9], labels: {app: client}}
      ---
      """;

  private static final String CART =
      CLIENT
          + """
          apiVersion: v1
          kind: Service
          metadata: {name: cart, namespace: shop}
          spec:
            clusterIP: 10.96.0.10
            selector: {app: cart}
            ports: [{name: http, port: 80, targetPort: 8080}]
          ---
          """;

  private static final String CART_CLUSTER = "outbound|80||cart.shop.svc.cluster.local";

  @Test
  void anEndpointForAPortThatTheServiceHasNotIsNotUsed() {
    String yaml = CART + slice("other", "- {addresses: [10.20.0.1]}\n");

    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .startsWith("mesh.yaml:18:16: warning: EndpointSlice/shop/cart-1: ports[0].name: ")
        .contains("(expected: a port of Service cart: http)");
    assertThat(problemsOfAll(yaml)).isEqualTo(problems(yaml));
    assertThat(endpoints(yaml)).isZero();
  }

  @Test
  void anAddressThatIsNoneIsNotUsed() {
    String yaml = CART + slice("http", "- {addresses: [none]}\n- {addresses: [10.20.0.1]}\n");

    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .startsWith(
            "mesh.yaml:20:16: warning: EndpointSlice/shop/cart-1: endpoints[0].addresses[0]")
        .contains("(expected: an IP address)");

    assertThat(endpoints(yaml)).isOne();
  }

  @Test
  void anEndpointOfAPodThatIsNotThereIsNotUsed() {
    String yaml =
        CART
            + slice(
                "http",
                """
                - {addresses: [10.20.0.1]}
                - addresses: [10.20.0.2]
                  targetRef: {kind: Pod, name: cart-2, namespace: shop}
                """);

    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .startsWith("mesh.yaml:22:3: warning: EndpointSlice/shop/cart-1: endpoints[1].targetRef")
        .contains("1 of 2 endpoints are left out");
    assertThat(endpoints(yaml)).isOne();
  }

  @Test
  void aSliceOfAServiceThatIsNotThereIsNoted() {
    String yaml =
        CART
            + slice("http", "- {addresses: [10.20.0.1]}\n").replace("name: cart}}", "name: till}}");

    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .contains("note: ", "till (expected: a Service of the namespace)");
  }

  @Test
  void aPortOfAnEndpointThatItsEntryHasNotIsAnError() {
    String yaml = entry("STATIC", "endpoints: [{address: 192.0.2.1, ports: {other: 90}}]");

    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .startsWith("mesh.yaml:13:")
        .contains("spec.endpoints[0].ports.other", "expected: one of the service's");
    assertThat(clusters(yaml)).noneMatch(name -> name.startsWith("outbound|"));
  }

  @Test
  void aNameWhereAnAddressMustBeIsAnError() {
    String yaml = entry("STATIC", "endpoints: [{address: one.example.com}]");

    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .startsWith("mesh.yaml:13:")
        .contains("spec.endpoints[0].address", "expected: an IP address or a Unix socket");
  }

  @Test
  void aSelectorThatNothingFitsGivesAServiceWithoutEndpoints() {
    String yaml = entry("STATIC", "workloadSelector: {labels: {app: nobody}}");

    assertThat(problems(yaml)).isEmpty();
    assertThat(assignment(yaml, "outbound|80||bank.example.com").getEndpointsCount()).isZero();
  }

  @Test
  void aNameToResolveWithoutEndpointsIsTheHostItself() {
    String yaml = entry("DNS", "location: MESH_EXTERNAL");

    assertThat(problems(yaml)).isEmpty();
    assertThat(resources(yaml).clusters())
        .filteredOn(cluster -> cluster.getName().equals("outbound|80||bank.example.com"))
        .singleElement()
        .extracting(
            cluster ->
                cluster
                    .getLoadAssignment()
                    .getEndpoints(0)
                    .getLbEndpoints(0)
                    .getEndpoint()
                    .getAddress()
                    .getSocketAddress()
                    .getAddress())
        .isEqualTo("bank.example.com");
  }

  @Test
  void aHundredThousandEndpointsOfOneServiceAreAllThere() {
    StringBuilder slices = new StringBuilder(CART);
    for (int i = 0; i < 100_000; i++) {
      if (i % 1_000 == 0) { // Kubernetes puts no more into a slice.
        slices.append(slice("http", "").replace("cart-1", "cart-" + i));
      }
      slices.append("- {addresses: [10.%d.%d.%d]}\n".formatted(i >> 16, i >> 8 & 255, i & 255));
      if (i % 1_000 == 999) {
        slices.append("---\n");
      }
    }

    assertThat(endpoints(slices.toString())).isEqualTo(100_000);
  }

  @Test
  void theHostOfTwoNamespacesIsTheOneOfTheOwn() {
    String foreign =
        entry("STATIC", "endpoints: [{address: 192.0.2.1}]")
            .replace("shop}\nspec:\n  hosts", "other}\nspec:\n  hosts");
    String own = entry("STATIC", "endpoints: [{address: 192.0.2.2}]").substring(CLIENT.length());

    assertThat(problems(foreign + "---\n" + own)).isEmpty();
    assertThat(assignment(foreign + "---\n" + own, "outbound|80||bank.example.com").toString())
        .contains("192.0.2.2")
        .doesNotContain("192.0.2.1");
  }

  @Test
  void aDeploymentWithoutPodsGivesNoEndpointsAndANote() {
    String yaml =
        CART
            + """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, namespace: shop}
            spec: {template: {metadata: {labels: {app: cart}}}}
            """;

    assertThat(problems(yaml))
        .singleElement()
        .asString()
        .contains("note: ", "endpoints come from EndpointSlices and Pods");
    assertThat(endpoints(yaml)).isZero();
  }

  private static String slice(String port, String endpoints) {
    return """
    apiVersion: discovery.k8s.io/v1
    kind: EndpointSlice
    metadata: {name: cart-1, namespace: shop, labels: {kubernetes.io/service-name: cart}}
    addressType: IPv4
    ports: [{name: %s, port: 8080, protocol: TCP}]
    endpoints:
    """
            .formatted(port)
        + endpoints;
  }

  private static String entry(String resolution, String rest) {
    return CLIENT
        + """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: bank, namespace: shop}
        spec:
          hosts: [bank.example.com]
          resolution: %s
          ports: [{number: 80, name: http, protocol: HTTP}]
          %s
        """
            .formatted(resolution, rest);
  }

  private static LoadResult load(String yaml) {
    return YamlLoader.create().load(List.of(YamlSource.text("mesh.yaml", yaml)));
  }

  private static List<String> problems(String yaml) {
    return load(yaml).problems().stream().map(Object::toString).toList();
  }

  /** Those of the input and of the whole mesh: what both find is said once. */
  private static List<String> problemsOfAll(String yaml) {
    LoadResult mesh = load(yaml);
    return mesh.problemsWith(Translator.create().compile(mesh.snapshot()).problems()).stream()
        .map(Object::toString)
        .toList();
  }

  private static XdsResources resources(String yaml) {
    LoadResult mesh = load(yaml);
    return Translator.create().compile(mesh.snapshot()).translate(mesh.snapshot().proxies().get(0));
  }

  private static List<String> clusters(String yaml) {
    return resources(yaml).clusters().stream().map(Cluster::getName).toList();
  }

  private static ClusterLoadAssignment assignment(String yaml, String cluster) {
    return resources(yaml).endpoints().stream()
        .filter(found -> found.getClusterName().equals(cluster))
        .findFirst()
        .orElseThrow();
  }

  /** How many endpoints the service {@code cart} has. */
  private static int endpoints(String yaml) {
    return assignment(yaml, CART_CLUSTER).getEndpointsList().stream()
        .mapToInt(locality -> locality.getLbEndpointsCount())
        .sum();
  }
}
