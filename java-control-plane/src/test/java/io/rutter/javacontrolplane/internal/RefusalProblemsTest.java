// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import static io.rutter.javacontrolplane.internal.States.CDS;
import static io.rutter.javacontrolplane.internal.States.EDS;
import static io.rutter.javacontrolplane.internal.States.LDS;
import static io.rutter.javacontrolplane.internal.States.RDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.protobuf.Any;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which objects a refusal is blamed on, and where these are. */
class RefusalProblemsTest {
  private static final String ID = "edge.e2e";

  /** Objects on lines 1, 3, 5 and so on. */
  private static final String MESH =
      """
      {apiVersion: rutter.io/v1, kind: MeshConfig, spec: {}}
      ---
      {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: edge, namespace: e2e}, spec: {type: gateway, ipAddresses: [127.0.0.1], labels: {app: edge}}}
      ---
      {apiVersion: networking.istio.io/v1, kind: Gateway, metadata: {name: edge, namespace: e2e}, spec: {selector: {app: edge}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}}
      ---
      {apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: a, namespace: e2e}, spec: {hosts: [a.test], resolution: STATIC, ports: [{number: 80, name: http, protocol: HTTP}], endpoints: [{address: 10.0.0.1}]}}
      ---
      {apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: a, namespace: e2e}, spec: {host: a.test, trafficPolicy: {loadBalancer: {simple: RANDOM}}}}
      ---
      {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: a, namespace: e2e}, spec: {hosts: [a.test], gateways: [edge], http: [{timeout: 1s, route: [{destination: {host: a.test}}]}]}}
      ---
      {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: b, namespace: e2e}, spec: {hosts: [b.test], gateways: [edge], http: [{timeout: 1s, route: [{destination: {host: a.test}}]}]}}
      """;

  private static LoadResult read(String text) {
    LoadResult result = YamlLoader.create().load(YamlSource.text("m.yaml", text));
    assertThat(result.problems()).isEmpty();
    return result;
  }

  /** A response with all of the resources of a type, where another mesh was taken before. */
  private record Refused(
      ImmutableMap<String, ResourceBytes> refused, ImmutableMap<String, ResourceBytes> taken)
      implements Subscription {
    @Override
    public ImmutableSet<String> answer(ProxyState state, boolean mayRemove) {
      return ImmutableSet.of();
    }

    @Override
    public void onClustersSent(ImmutableSet<String> names) {}

    @Override
    public ImmutableSet<String> asked() {
      return ImmutableSet.of();
    }

    @Override
    public void onSecretsChanged(ImmutableSet<String> names) {}

    @Override
    public boolean hasNewest(ProxyState state) {
      return false;
    }
  }

  /** What is told when a mesh follows another one, and something of it is refused. */
  private static List<String> told(String before, String after, String type, String message) {
    CompiledMesh first = Translator.create().compile(MeshSnapshot.builder().build());
    ProxyState taken = ProxyState.EMPTY;
    if (!before.isEmpty()) {
      first = first.with(read(before).snapshot());
      taken = ProxyState.of(first.translate(first.snapshot().proxies().get(0)));
    }
    LoadResult input = read(after);
    CompiledMesh mesh = first.with(input.snapshot());
    XdsResources resources = mesh.translate(mesh.snapshot().proxies().get(0));
    Origins origins =
        new Origins(mesh, first.snapshot(), ImmutableMap.of(ID, resources), input.sources());
    Refused refused =
        new Refused(
            ProxyState.of(resources).resources(type).byName(), taken.resources(type).byName());
    List<String> result = new ArrayList<>();
    for (Problem problem : RefusalProblems.of(ID, type, message, refused, origins)) {
      assertThat(problem.message()).contains(message);
      String text = problem.toString();
      result.add(text.substring(0, Math.max(0, text.indexOf(": Envoy refuses"))));
    }
    return result;
  }

  @Test
  void routesNameTheirRule() {
    assertThat(
            told(
                MESH,
                MESH.replace(
                    "[b.test], gateways: [edge], http: [{timeout: 1s",
                    "[b.test], gateways: [edge], http: [{timeout: 2s"),
                RDS,
                "no"))
        .containsExactly("m.yaml:13:1: error: VirtualService/e2e/b");
  }

  @Test
  void clustersNameTheirRuleIfItHasChanged() {
    assertThat(told(MESH, MESH.replace("RANDOM", "ROUND_ROBIN"), CDS, "outbound|80||a.test: no"))
        .containsExactly("m.yaml:9:1: error: DestinationRule/e2e/a");
    assertThat(told(MESH, MESH.replace("STATIC", "DNS"), CDS, "outbound|80||a.test: no"))
        .containsExactly("m.yaml:7:1: error: ServiceEntry/e2e/a");
  }

  @Test
  void whatNamesNoObjectComesFromWhatHasChanged() {
    assertThat(
            told(
                MESH,
                MESH.replace(
                    "number: 80, name: http, protocol: HTTP}, hosts",
                    "number: 81, name: http, protocol: HTTP}, hosts"),
                LDS,
                "no"))
        .containsExactly("m.yaml:5:1: error: Gateway/e2e/edge");
    assertThat(told(MESH, MESH.replace("10.0.0.1", "10.0.0.2"), EDS, "no"))
        .containsExactly("m.yaml:7:1: error: ServiceEntry/e2e/a");
    assertThat(
            told(
                MESH,
                MESH.replace(
                    "kind: MeshConfig, spec: {}",
                    "kind: MeshConfig, spec: {accessLogFile: /dev/stdout}"),
                LDS,
                "0.0.0.0_80: no"))
        .containsExactly("m.yaml:1:1: error: MeshConfig//mesh");
  }

  @Test
  void theFirstMeshIsBlamedOnAllThatMakesIt() {
    assertThat(told("", MESH, RDS, "no"))
        .containsExactly(
            "m.yaml:11:1: error: VirtualService/e2e/a", "m.yaml:13:1: error: VirtualService/e2e/b");
    assertThat(told("", MESH, LDS, "no")).contains("m.yaml:5:1: error: Gateway/e2e/edge");
  }

  @Test
  void whatIsToldHasBounds() {
    ImmutableMap.Builder<String, ResourceBytes> many = ImmutableMap.builder();
    for (int i = 0; i < 10_000; i++) {
      many.put("cluster" + i, new ResourceBytes(Any.getDefaultInstance()));
    }
    Refused refused = new Refused(many.buildOrThrow(), ImmutableMap.of());
    assertThat(RefusalProblems.of(ID, CDS, "x".repeat(1_000_000), refused, Origins.NONE))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .hasSizeLessThan(5_000)
                    .startsWith(
                        "Envoy refuses Cluster cluster0, cluster1, cluster2, cluster3, cluster4 and"
                            + " 9995 more: xxx"));
    assertThat(RefusalProblems.of(ID, CDS, "cluster17, cluster(s)", refused, Origins.NONE))
        .singleElement()
        .asString()
        .contains("Envoy refuses Cluster cluster17: ");
  }
}
