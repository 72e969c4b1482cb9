// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a graph has: what proxies are given, whatever names the YAML has. */
class MeshGraphTest {
  private static final String SERVICES =
      """
      {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop},
       spec: {clusterIP: 10.0.0.1, selector: {app: web}, ports: [{name: http, port: 80}]}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: cart, namespace: shop},
       spec: {clusterIP: 10.0.0.2, selector: {app: cart}, ports: [{name: http, port: 80}]}}
      ---
      {apiVersion: v1, kind: Service, metadata: {name: bank, namespace: pay},
       spec: {clusterIP: 10.0.0.3, selector: {app: bank}, ports: [{name: http, port: 80}]}}
      """;

  private static final String WEB = "service/web.shop.svc.cluster.local";
  private static final String CART = "service/cart.shop.svc.cluster.local";
  private static final String BANK = "service/bank.pay.svc.cluster.local";

  @Test
  void aRuleThatNobodySeesIsNotDrawn() {
    String rule =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: web, namespace: shop}
        spec: {hosts: [web], exportTo: [%s], http: [{route: [{destination: {host: cart}}]}]}
        """;

    assertThat(lines(graph(rule.formatted("nowhere")), WEB, CART)).isEmpty();
    assertThat(lines(graph(rule.formatted("pay")), WEB, CART))
        .containsExactly("all for callers in pay");
    assertThat(lines(graph(rule.formatted("'*'")), WEB, CART)).containsExactly("all");
  }

  @Test
  void rulesOfADelegateAreWhereTheyTakeEffect() {
    MeshGraph graph =
        graph(
            """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: front, namespace: shop}
            spec:
              selector: {app: front}
              servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [shop.example.com]}]
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: root, namespace: shop}
            spec:
              hosts: [shop.example.com]
              gateways: [front]
              http: [{match: [{uri: {prefix: /pay}}], delegate: {name: part, namespace: pay}}]
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: part, namespace: pay}
            spec: {http: [{match: [{uri: {prefix: /pay/now}}], route: [{destination: {host: bank}}]}]}
            """);

    assertThat(lines(graph, "gateway/shop/front", "host/shop app=front/shop.example.com"))
        .containsExactly("HTTP 80");
    assertThat(lines(graph, "host/shop app=front/shop.example.com", BANK))
        .containsExactly("/pay/now*");
    assertThat(graph.edges()).hasSize(2);
  }

  @Test
  void sharesMirrorsFaultsAndAnswers() {
    MeshGraph graph =
        graph(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec:
              hosts: [web]
              http:
              - match: [{uri: {exact: /old}}, {method: {exact: PUT}}]
                redirect: {authority: old.example.com}
              - name: gone
                match: [{uri: {prefix: /gone/}}]
                directResponse: {status: 410}
              - name: split
                fault: {delay: {fixedDelay: 2s, percentage: {value: 10}}}
                route:
                - {destination: {host: web}, weight: 75}
                - {destination: {host: cart}, weight: 25}
                mirror: {host: bank.pay.svc.cluster.local}
                mirrorPercentage: {value: 5}
            """);

    assertThat(lines(graph, WEB, "answer/old.example.com"))
        .containsExactly("/old or PUT \u2192 redirects to old.example.com (301)");
    assertThat(lines(graph, WEB, CART))
        .containsExactly("split: otherwise 25%", "\u26A1 split: delays 10% by 2s");
    assertThat(lines(graph, WEB, BANK)).containsExactly("copy of 5% of split: otherwise");
    assertThat(node(graph, WEB).lines())
        .extracting(GraphLine::text)
        .contains("gone: /gone/* \u2192 answers 410", "\u21BB split: otherwise 75%");
  }

  @Test
  void aDestinationThatProxiesLackIsMissing() {
    MeshGraph graph =
        graph(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {hosts: [web], http: [{route: [{destination: {host: web, subset: v9}}]}]}
            """);

    assertThat(graph.nodes())
        .filteredOn(node -> node.kind() == NodeKind.MISSING)
        .singleElement()
        .satisfies(
            node -> {
              assertThat(node.name()).isEqualTo("web.shop.svc.cluster.local v9:80");
              assertThat(lines(graph, WEB, node.id())).containsExactly("all");
            });
  }

  @Test
  void whatASidecarSees() {
    MeshGraph graph =
        graph(
            """
            apiVersion: networking.istio.io/v1
            kind: Sidecar
            metadata: {name: cart, namespace: shop}
            spec: {workloadSelector: {labels: {app: cart}}, egress: [{hosts: [pay/*]}]}
            """);

    assertThat(graph.edges())
        .containsExactly(
            GraphEdge.of("client/shop app=cart", BANK, EdgeKind.SEES, ImmutableList.of()));
    assertThat(node(graph, "client/shop app=cart").lines())
        .extracting(GraphLine::text)
        .containsExactly("Sidecar: sees 1 of 3 services");
  }

  @Test
  void whatClientsSendAndServersDemand() {
    MeshGraph graph =
        graph(
            """
            apiVersion: security.istio.io/v1
            kind: PeerAuthentication
            metadata: {name: default, namespace: shop}
            spec: {mtls: {mode: STRICT}}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: cart, namespace: shop}
            spec: {host: cart, trafficPolicy: {tls: {mode: DISABLE}}}
            """);

    assertThat(node(graph, WEB).lines())
        .extracting(GraphLine::text)
        .containsExactly("port 80", "TLS: clients auto, servers strict");
    assertThat(node(graph, CART).lines())
        .extracting(GraphLine::text)
        .contains("TLS: clients plain, servers strict");
    assertThat(node(graph, BANK).lines())
        .extracting(GraphLine::text)
        .contains("TLS: clients auto, servers permissive");
  }

  @Test
  void theOrderOfDocumentsHasNoSay() {
    List<String> documents = Splitter.on("---\n").splitToList(SERVICES);

    assertThat(GraphOutput.json(MeshGraph.of(compiled(String.join("---\n", documents)))))
        .isEqualTo(
            GraphOutput.json(
                MeshGraph.of(compiled(String.join("---\n", Lists.reverse(documents))))));
  }

  @Test
  void ofTwoMeshesTheDifferencesAreMarked() {
    MeshGraph before = graph("");
    MeshGraph after =
        graph(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {hosts: [web], http: [{route: [{destination: {host: cart}}]}]}
            """);

    MeshGraph changes = MeshGraph.changes(before, after);
    assertThat(changes.edges()).extracting(GraphEdge::change).containsExactly(GraphChange.ADDED);
    assertThat(MeshGraph.changes(after, before).edges())
        .extracting(GraphEdge::change)
        .containsExactly(GraphChange.REMOVED);
    assertThat(MeshGraph.changes(after, after)).isEqualTo(after);
    assertThat(changes.onlyChanges().nodes()).extracting(GraphNode::id).containsExactly(CART, WEB);
    assertThat(changes.onlyChanges().notes())
        .containsExactly("1 of 3 nodes, that no change touches");
    assertThat(after.inNamespaces(ImmutableSet.of("pay")).nodes())
        .extracting(GraphNode::id)
        .containsExactly(BANK);
  }

  @Test
  void theTreeOfAHostHasItsRulesInOrder() {
    CompiledMesh mesh =
        compiled(
            SERVICES
                + """
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: web, namespace: shop}
                spec:
                  hosts: [web]
                  http:
                  - {name: b, match: [{uri: {prefix: /b}}], timeout: 3s, route: [{destination: {host: cart}}]}
                  - {name: a, route: [{destination: {host: web}}], retries: {attempts: 0}}
                """);

    MeshGraph tree = MeshGraph.ofHost(mesh, "web");
    assertThat(tree.nodes())
        .filteredOn(node -> node.kind() == NodeKind.RULE)
        .extracting(GraphNode::name)
        .containsExactly("b", "a");
    assertThat(tree.nodes())
        .filteredOn(node -> node.name().equals("b"))
        .singleElement()
        .satisfies(
            node ->
                assertThat(node.lines())
                    .extracting(GraphLine::text)
                    .containsExactly("VirtualService/shop/web", "if /b*", "timeout 3s"));
    assertThat(tree).isEqualTo(MeshGraph.ofHost(mesh, "web.shop.svc.cluster.local"));
    assertThat(MeshGraph.ofHost(mesh, "nobody").nodes()).isEmpty();
    assertThat(MeshGraph.hosts(mesh)).contains("web.shop.svc.cluster.local");
  }

  private static MeshGraph graph(String rules) {
    return MeshGraph.of(compiled(SERVICES + "---\n" + rules));
  }

  private static CompiledMesh compiled(String yaml) {
    LoadResult input = YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml));
    assertThat(input.hasErrors()).as(input.problems().toString()).isFalse();
    return Translator.create().compile(input.snapshot());
  }

  private static List<String> lines(MeshGraph graph, String from, String to) {
    return graph.edges().stream()
        .filter(edge -> edge.from().equals(from) && edge.to().equals(to))
        .flatMap(edge -> edge.lines().stream())
        .map(GraphLine::text)
        .toList();
  }

  private static GraphNode node(MeshGraph graph, String id) {
    return graph.nodes().stream().filter(node -> node.id().equals(id)).findFirst().orElseThrow();
  }
}
