// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.rutter.inspect.CallMode;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import org.junit.jupiter.api.Test;

class MeshDiffTest {
  private static final String MESH =
      """
      {apiVersion: v1, kind: Service, metadata: {name: reviews, namespace: shop}, spec: {clusterIP: 10.0.0.1,
        selector: {app: reviews}, ports: [{name: http, port: 9080}]}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: r1, namespace: shop, labels: {app: reviews, version: v1}},
        status: {podIP: 10.1.0.1}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: r2, namespace: shop, labels: {app: reviews, version: v2}},
        status: {podIP: 10.1.0.2}}
      ---
      {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: reviews-1, namespace: shop, labels:
        {kubernetes.io/service-name: reviews}}, addressType: IPv4, ports: [{name: http, port: 9080}], endpoints:
        [{addresses: [10.1.0.1], targetRef: {kind: Pod, name: r1, namespace: shop}},
        {addresses: [10.1.0.2], targetRef: {kind: Pod, name: r2, namespace: shop}}]}
      ---
      {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: reviews, namespace: shop}, spec:
        {host: reviews, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}}
      ---
      {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: web, namespace: shop}, spec: {ipAddresses: [10.1.0.9]}}
      ---
      {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: r1, namespace: shop}, spec: {ipAddresses: [10.1.0.1],
        labels: {app: reviews}}}
      """;

  private static final String RULE =
      """
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: reviews, namespace: shop}
      spec:
        hosts: [reviews]
        http:
        - match: [{uri: {prefix: /v2/}}]
          route: [{destination: {host: reviews, subset: v2}}]
        - route: [{destination: {host: reviews, subset: v1}}]
      """;

  private static MeshDiff diff(String before, String after) {
    LoadResult one = load(before);
    LoadResult other = load(after);
    return MeshDiff.of(compile(one), one.sources(), compile(other), other.sources());
  }

  private static LoadResult load(String yaml) {
    return YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml));
  }

  private static CompiledMesh compile(LoadResult input) {
    return Translator.create().compile(input.snapshot());
  }

  @Test
  void nothingDiffers() {
    MeshDiff diff = diff(MESH + RULE, MESH + RULE);
    assertThat(diff.isEmpty()).isTrue();
    assertThat(MeshDiffReport.text(diff)).isEqualTo("nothing differs\n");
  }

  @Test
  void whatTheConditionsTellApart() {
    MeshDiff diff =
        diff(
            MESH + RULE,
            MESH
                + RULE.replace(
                    "{uri: {prefix: /v2/}}",
                    "{uri: {prefix: /v2/}, headers: {x-user: {exact: jason}}}"));
    assertThat(diff.behaviours())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.targets())
                  .containsExactly("reviews.shop.svc.cluster.local:9080");
              assertThat(difference.conditions())
                  .containsExactly("path prefix /v2/", "header x-user: not jason");
              assertThat(difference.proxies()).containsExactly("r1.shop", "web.shop");
              assertThat(difference.changes())
                  .extracting(AspectDifference::toString)
                  .containsExactly(
                      "destination: reviews.shop.svc.cluster.local:9080 (v2) ->"
                          + " reviews.shop.svc.cluster.local:9080 (v1)");
              assertThat(difference.causesAfter())
                  .anySatisfy(
                      cause ->
                          assertThat(cause.object()).hasToString("VirtualService/shop/reviews"));
            });
    assertThat(diff.resources()).extracting(ResourceDifference::name).contains("9080");
  }

  @Test
  void sharesTimeoutAndASubsetWithoutEndpoints() {
    String after =
        MESH.replace("version: v2}}]}}", "version: v9}}]}}")
            + RULE.replace(
                "route: [{destination: {host: reviews, subset: v1}}]",
                "timeout: 3s\n    route: [{destination: {host: reviews, subset: v1}, weight: 90},"
                    + " {destination: {host: reviews, subset: v2}, weight: 10}]");
    assertThat(diff(MESH + RULE, after).behaviours())
        .extracting(difference -> difference.conditions() + " " + difference.changes())
        .containsExactlyInAnyOrder(
            "[path prefix /v2/] [destination: reviews.shop.svc.cluster.local:9080 (v2) ->"
                + " reviews.shop.svc.cluster.local:9080 (v2), which has no endpoints: 503]",
            "[path not prefix /v2/] [destination: reviews.shop.svc.cluster.local:9080 (v1) -> 90%"
                + " reviews.shop.svc.cluster.local:9080 (v1) and 10%"
                + " reviews.shop.svc.cluster.local:9080 (v2), which has no endpoints: 503, timeout:"
                + " none -> 3s]");
  }

  @Test
  void whoMayCall() {
    String policy =
        """
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: admin, namespace: shop}
        spec:
          selector: {matchLabels: {app: reviews}}
          action: DENY
          rules: [{to: [{operation: {methods: [DELETE], paths: [/admin/*]}}]}]
        """;
    assertThat(diff(MESH + RULE, MESH + RULE + policy).behaviours())
        .filteredOn(difference -> difference.protocols().contains("HTTP"))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.proxies()).containsExactly("r1.shop");
              assertThat(difference.conditions())
                  .containsExactlyInAnyOrder("path prefix /admin/", "method DELETE");
              assertThat(difference.changes())
                  .extracting(AspectDifference::toString)
                  .containsExactly(
                      "access: allowed -> denied with 403 (AuthorizationPolicy/shop/admin rule 0)");
            });
  }

  @Test
  void settingsOfTheDestination() {
    String after =
        MESH.replace(
            "{host: reviews, subsets",
            "{host: reviews, trafficPolicy: {connectionPool: {http: {maxRetries: 7}}}, subsets");
    assertThat(diff(MESH + RULE, after + RULE).behaviours())
        .allSatisfy(
            difference ->
                assertThat(difference.changes())
                    .extracting(AspectDifference::aspect)
                    .containsOnly(Aspect.LIMITS))
        .isNotEmpty();
  }

  @Test
  void orderOfObjectsAndRulesByHostAreNoChange() {
    String reordered = RULE.substring(4) + "---\n" + MESH;
    assertThat(diff(MESH + RULE, reordered).behaviours()).isEmpty();
    String byHeader =
        RULE.replace("match: [{uri: {prefix: /v2/}}]", "match: [{uri: {regex: '/v2/.*'}}]");
    assertThat(diff(MESH + RULE, MESH + byHeader).behaviours()).isEmpty();
  }

  @Test
  void proxiesThatComeAndGo() {
    String after = MESH.replace("name: web", "name: shop");
    MeshDiff diff = diff(MESH, after);
    assertThat(diff.addedProxies()).containsExactly("shop.shop");
    assertThat(diff.removedProxies()).containsExactly("web.shop");
  }

  @Test
  void meshTlsWithTheServerNamesOfChains() {
    String gateway =
        """
        ---
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: between, namespace: shop}
        spec:
          selector: {app: between}
          servers:
          - {port: {number: 15443, name: tls, protocol: TLS}, hosts: ["*.local"], tls: {mode: AUTO_PASSTHROUGH}}
        ---
        {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: between, namespace: shop}, spec: {type: router,
          ipAddresses: [10.1.0.8], labels: {app: between}}}
        """;
    assertThat(diff(MESH, MESH).isEmpty()).isTrue();
    assertThat(
            diff(MESH + gateway, MESH.replace("port: 9080", "port: 9081") + gateway).behaviours())
        .filteredOn(difference -> difference.direction().equals(CallMode.GATEWAY))
        .extracting(difference -> difference.example().sni().orElse(""))
        .contains(
            "outbound_.9080_._.reviews.shop.svc.cluster.local",
            "outbound_.9081_._.reviews.shop.svc.cluster.local");
  }

  @Test
  void reportsSayTheSame() {
    MeshDiff diff = diff(MESH + RULE, MESH + RULE.replace("subset: v1", "subset: v2"));
    assertThat(MeshDiffReport.text(diff)).contains("for example GET http://reviews.shop");
    assertThat(JsonParser.parseString(MeshDiffReport.json(diff)).getAsJsonObject().keySet())
        .contains("behaviours", "resources", "newFindings");
    assertThat(MeshDiffReport.markdown(diff))
        .startsWith("### Mesh: 1 change of behaviour")
        .contains("<details><summary>", "`HTTP to reviews.shop.svc.cluster.local:9080");
  }
}
