// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Small objects that multiply to very much are refused, each by itself. */
class ObjectProductsTest {
  private static final String ENTRY =
      """
      apiVersion: networking.istio.io/v1
      kind: ServiceEntry
      metadata: {name: large}
      spec: {hosts: [%s], resolution: DNS, ports: [%s]}
      """;

  private static final String PORT = "{number: #, name: p#, protocol: HTTP}";

  private static List<Problem> problems(String text) {
    return YamlLoader.create().load(YamlSource.text("f", text)).problems();
  }

  private static void assertRefused(String text, String message) {
    assertThat(problems(text))
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
              assertThat(problem.message()).contains(message);
              assertThat(problem.location()).isPresent();
            });
  }

  private static String numbered(String item, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> item.replace("#", Integer.toString(i)))
        .collect(Collectors.joining(", "));
  }

  /** Else analysis would call the delegate unused. */
  @Test
  void whatARefusedRuleNamesIsKnown() {
    String text =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: root}
        spec: {hosts: [%s], gateways: [edge], http: [{delegate: {name: leaf}}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: leaf}
        spec: {http: [%s]}
        """
            .formatted(
                numbered("h#.com", 200),
                numbered("{match: [{uri: {exact: /#}}], route: [{destination: {host: h}}]}", 400));
    LoadResult result = YamlLoader.create().load(YamlSource.text("f", text));

    assertThat(result.problems()).extracting(Problem::code).contains(ProblemCode.LIMIT_EXCEEDED);
    assertThat(result.snapshot().virtualServices()).hasSize(1);
    assertThat(result.snapshot().inactiveObjects())
        .singleElement()
        .satisfies(root -> assertThat(root.texts()).containsExactly("leaf"));
  }

  @Test
  void hostsTimesPorts() {
    String large = ENTRY.formatted(numbered("h#.com", 2_000), numbered(PORT, 200));
    assertRefused(large, "multiplies to some 400000 clusters, or what takes as much");
    assertThat(problems(ENTRY.formatted(numbered("h#.com", 100), numbered(PORT, 50)))).isEmpty();
    assertThat(YamlLoader.create().load(YamlSource.text("f", large)).snapshot().serviceEntries())
        .isEmpty();
    assertThat(
            YamlLoader.create()
                .withLimits(YamlLimits.DEFAULT.withProducts(400_000, 400_000))
                .load(YamlSource.text("f", large))
                .problems())
        .isEmpty();
  }

  @Test
  void subsetsTimesPorts() {
    assertRefused(
        ENTRY.formatted("a.com", numbered(PORT, 500))
            + """
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: large}
            spec: {host: '*.com', subsets: [%s]}
            """
                .formatted(numbered("{name: s#, labels: {v: v#}}", 200)),
        "multiplies to some 100000 ");
  }

  @Test
  void routesTimesHostsAndPlaces() {
    String rules =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: large}
        spec: {hosts: [%s], gateways: [%s], http: [%s]}
        """;
    String route = "{match: [{uri: {prefix: /#}}], route: [{destination: {host: h}}]}";
    assertRefused(
        rules.formatted(numbered("h#.com", 400), "mesh", numbered(route, 300)),
        "multiplies to some 30000 ");
    String gateway =
        """
        ---
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: g}
        spec: {servers: [%s]}
        """
            .formatted(
                numbered("{port: {number: #, name: p#, protocol: HTTP}, hosts: ['*']}", 500));
    LoadResult result =
        YamlLoader.create()
            .load(
                YamlSource.text(
                    "f", rules.formatted("a.com", "g", numbered(route, 300)) + gateway));
    assertThat(result.problems())
        .extracting(Problem::toString)
        .contains(
            "f:4:8: error: VirtualService/default/large: spec.hosts: multiplies to some 37500"
                + " clusters, or what takes as much (expected: at most 5000; split the object, or"
                + " raise the bound) [limit-exceeded]");
    String delegating = "{match: [{uri: {prefix: /#}}], delegate: {name: d}}";
    assertRefused(
        rules.formatted("a.com", "mesh", numbered(delegating, 400))
            + """
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: d}
            spec: {http: [%s]}
            """
                .formatted(numbered(route, 300)),
        "multiplies to some 30000 ");
  }

  @Test
  void endpointsTimesPorts() {
    assertRefused(
        ENTRY
                .replace(
                    "resolution: DNS", "resolution: STATIC, workloadSelector: {labels: {a: b}}")
                .formatted("a.com", numbered(PORT, 300))
            + IntStream.rangeClosed(1, 1_000)
                .mapToObj(
                    i ->
                        """
                        ---
                        apiVersion: networking.istio.io/v1
                        kind: WorkloadEntry
                        metadata: {name: w%d}
                        spec: {address: 10.0.0.1, labels: {a: b}}
                        """
                            .formatted(i))
                .collect(Collectors.joining()),
        "multiplies to some 60000 ");
    assertRefused(
        """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: s, labels: {kubernetes.io/service-name: s}}
        addressType: IPv4
        ports: [%s]
        endpoints: [%s]
        """
            .formatted(
                numbered("{port: #, name: p#}", 300), numbered("{addresses: [10.0.0.1]}", 1_000)),
        "multiplies to 300000 endpoints");
  }

  @Test
  void serversOfGateway() {
    String gateway =
        """
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: g}
        spec: {servers: [%s]}
        """;
    String server = "{port: {number: #, name: p#, protocol: HTTP}, hosts: ['*']}";
    assertRefused(gateway.formatted(numbered(server, 6_000)), "multiplies to some 24000 ");
    assertThat(problems(gateway.formatted(numbered(server, 2_500)))).isEmpty();
  }

  @Test
  void portsAndEndpointsOfServices() {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: s}
        spec: {ports: [%s]}
        """;
    String large = service.formatted(numbered("{port: #, name: p#}", 15_000));
    assertRefused(large, "multiplies to some 15000 ");
    assertThat(problems(service.formatted(numbered("{port: #, name: p#}", 9_000)))).isEmpty();
    String slices =
        IntStream.rangeClosed(1, 6)
            .mapToObj(
                i ->
                    """
                    ---
                    apiVersion: discovery.k8s.io/v1
                    kind: EndpointSlice
                    metadata: {name: s%d, labels: {kubernetes.io/service-name: s}}
                    addressType: IPv4
                    ports: [%s]
                    endpoints: [%s]
                    """
                        .formatted(
                            i,
                            numbered("{port: #, name: p#}", 100),
                            numbered("{addresses: [10.#.0." + i + "]}", 100)))
            .collect(Collectors.joining());
    String ports = service.formatted(numbered("{port: #, name: p#}", 100));
    assertRefused(ports + slices, "multiplies to some 12000 ");
    LoadResult result = YamlLoader.create().load(YamlSource.text("f", ports + slices));
    assertThat(result.problems()).hasSize(1);
    assertThat(result.snapshot().services()).isEmpty();
    assertThat(result.snapshot().endpoints()).isEmpty();
  }

  @Test
  void manyObjects() {
    String entries =
        IntStream.rangeClosed(1, 12)
            .mapToObj(
                i ->
                    ENTRY
                        .replace("large", "e" + i)
                        .formatted(numbered("h#-" + i + ".com", 20 + i), numbered(PORT, 50)))
            .collect(Collectors.joining("---\n"));
    List<Problem> problems = problems(entries);
    int most = 10_000 + entries.length() / 100;
    assertThat(problems).hasSize(4); // The 8 smallest count for 9,800.
    assertThat(problems.get(0).toString())
        .contains(
            "ServiceEntry/default/e9: spec.hosts: multiplies to some 1450 clusters, or what takes"
                + " as much (expected: at most "
                + most
                + " with all smaller objects; use smaller ones, or raise the bound)");
  }

  /** One more for each 100 characters: nothing is refused of what has the size of what it makes. */
  @Test
  void largeMesh() {
    String mesh =
        IntStream.rangeClosed(1, 2_000)
            .mapToObj(
                i ->
                    """
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: s%1$d, namespace: default, labels: {app: s%1$d, team: t}}
                    spec:
                      clusterIP: 10.0.0.1
                      selector: {app: s%1$d}
                      ports:
                      - {port: 80, name: http, targetPort: 8080}
                      - {port: 9090, name: http-metrics, targetPort: 9090}
                      - {port: 15000, name: tcp-admin, targetPort: 15000}
                    ---
                    apiVersion: discovery.k8s.io/v1
                    kind: EndpointSlice
                    metadata: {name: s%1$d, namespace: default, labels: {kubernetes.io/service-name: s%1$d}}
                    addressType: IPv4
                    ports:
                    - {port: 8080, name: http}
                    - {port: 9090, name: http-metrics}
                    - {port: 15000, name: tcp-admin}
                    endpoints: [%2$s]
                    ---
                    apiVersion: networking.istio.io/v1
                    kind: VirtualService
                    metadata: {name: s%1$d, namespace: default}
                    spec:
                      hosts: [s%1$d]
                      http:
                      - {match: [{uri: {prefix: /a}}, {uri: {exact: /b}}], route: [{destination: {host: s%1$d}}]}
                      - {route: [{destination: {host: s%1$d}}]}
                    """
                        .formatted(
                            i, numbered("{addresses: [10.#.0.1], conditions: {ready: true}}", 10)))
            .collect(Collectors.joining());
    assertThat(problems(mesh)).isEmpty(); // Of what counts for 16,500.
  }
}
