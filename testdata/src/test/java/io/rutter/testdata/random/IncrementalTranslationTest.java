// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.ResourceChanges;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.translator.XdsUpdate;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After each of a random sequence of changes the incremental result is byte for byte the full one.
 * jqwik prints the seed; {@code -Djqwik.tries.default=10000} asks for a longer run.
 */
class IncrementalTranslationTest {
  /** Endpoints that listeners depend on, which random meshes rarely have. */
  private static final String ENDPOINTS_FOR_LISTENERS =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: client, namespace: a}
      spec: {type: sidecar, ipAddresses: [10.0.0.1], labels: {app: client}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client, namespace: a, labels: {app: client}}
      spec: {containers: [{name: app, image: app}]}
      status: {podIP: 10.0.0.1}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: headless, namespace: a}
      spec: {clusterIP: None, selector: {app: db}, ports: [{name: tcp, port: 3306}]}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: headless-1, namespace: a, labels: {kubernetes.io/service-name: headless}}
      addressType: IPv4
      ports: [{name: tcp, port: 3306}]
      endpoints: [{addresses: [10.0.0.7]}, {addresses: [10.0.0.8]}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: by-address, namespace: a}
      spec: {clusterIP: 10.1.0.1, ports: [{name: http, port: 80}]}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: by-address-1, namespace: a, labels: {kubernetes.io/service-name: by-address}}
      addressType: IPv4
      ports: [{name: http, port: 8080}]
      endpoints: [{addresses: [10.0.0.1]}, {addresses: [10.0.0.9]}]
      """;

  /** Which list of the mesh takes its content from another mesh. */
  private enum Part {
    RULES_OF_ONE_VIRTUAL_SERVICE,
    ONE_DESTINATION_RULE,
    VIRTUAL_SERVICES,
    DESTINATION_RULES,
    GATEWAYS,
    SERVICE_ENTRIES,
    WORKLOAD_ENTRIES,
    ENDPOINTS_OF_ONE_SERVICE,
    ENDPOINTS,
    ENDPOINTS_THE_OTHER_WAY_ROUND,
    SERVICES
  }

  private record Change(Part part, String yaml) {}

  @Property(shrinking = ShrinkingMode.OFF)
  void incrementalEqualsFull(@ForAll("changes") List<Change> changes) {
    MeshSnapshot snapshot = load(changes.get(0).yaml());
    CompiledMesh mesh = Translator.create().compile(snapshot);
    Map<Proxy, XdsResources> known = new HashMap<>();
    snapshot.proxies().forEach(proxy -> known.put(proxy, mesh.translate(proxy)));
    CompiledMesh current = mesh;
    for (Change change : changes) {
      snapshot = applied(change, snapshot);
      current = current.with(snapshot);
      CompiledMesh anew = Translator.create().compile(snapshot);
      assertThat(current.problems()).isEqualTo(anew.problems());
      for (Proxy proxy : snapshot.proxies()) {
        XdsResources previous = Objects.requireNonNull(known.get(proxy));
        XdsUpdate update = current.translate(proxy, previous);
        check(change.part().name(), update, previous, anew.translate(proxy));
        known.put(proxy, update.resources());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"headless", "by-address"})
  void listenersFollowTheirEndpoints(String service) {
    MeshSnapshot snapshot = load(ENDPOINTS_FOR_LISTENERS);
    CompiledMesh mesh = Translator.create().compile(snapshot);
    XdsResources previous = mesh.translate(snapshot.proxies().get(0));
    MeshSnapshot next =
        snapshot.toBuilder()
            .endpoints(
                snapshot.endpoints().stream()
                    .map(
                        group -> group.hostname().startsWith(service) ? withoutFirst(group) : group)
                    .toList())
            .build();
    XdsUpdate update = mesh.with(next).translate(previous.proxy(), previous);
    check(service, update, previous, Translator.create().compile(next).translate(previous.proxy()));
    assertThat(update.changes().get(ResourceKind.LISTENERS))
        .isNotNull()
        .returns(false, ResourceChanges::isEmpty);
  }

  /** The incremental result is the full one, and unchanged resources are the earlier objects. */
  static void check(String where, XdsUpdate update, XdsResources previous, XdsResources full) {
    assertThat(update.resources().problems())
        .as("%s: problems of %s", where, full.proxy().name())
        .isEqualTo(full.problems());
    for (ResourceKind kind : ResourceKind.values()) {
      assertThat(update.resources().serialized(kind).equals(full.serialized(kind)))
          .as("%s: %s of %s", where, kind, full.proxy().name())
          .isTrue();
      IdentityHashMap<Object, Boolean> before = new IdentityHashMap<>();
      kind.of(previous).forEach(resource -> before.put(resource, true));
      ResourceChanges changes = Objects.requireNonNull(update.changes().get(kind));
      assertThat(kind.of(update.resources()).stream().filter(r -> !before.containsKey(r)))
          .as("%s: new %s", where, kind)
          .hasSize(changes.added().size() + changes.changed().size());
    }
  }

  private static MeshSnapshot applied(Change change, MeshSnapshot snapshot) {
    MeshSnapshot other = load(change.yaml());
    MeshSnapshot.Builder next = snapshot.toBuilder();
    switch (change.part()) {
      case RULES_OF_ONE_VIRTUAL_SERVICE ->
          next.virtualServices(
              withFirst(
                  snapshot.virtualServices(),
                  other.virtualServices(),
                  (own, its) -> own.toBuilder().http(its.http()).build()));
      case ONE_DESTINATION_RULE ->
          next.destinationRules(
              withFirst(
                  snapshot.destinationRules(),
                  other.destinationRules(),
                  (own, its) -> its.toBuilder().host(own.host()).build()));
      case VIRTUAL_SERVICES -> next.virtualServices(other.virtualServices());
      case DESTINATION_RULES -> next.destinationRules(other.destinationRules());
      case GATEWAYS -> next.gateways(other.gateways());
      case SERVICE_ENTRIES -> next.serviceEntries(other.serviceEntries());
      case WORKLOAD_ENTRIES -> next.workloadEntries(other.workloadEntries());
      case ENDPOINTS_OF_ONE_SERVICE -> next.endpoints(withoutOne(snapshot.endpoints()));
      case ENDPOINTS -> next.endpoints(other.endpoints());
      case ENDPOINTS_THE_OTHER_WAY_ROUND ->
          next.endpoints(ImmutableList.copyOf(snapshot.endpoints()).reverse());
      case SERVICES -> next.services(snapshot.services().stream().skip(1).toList());
    }
    return next.build();
  }

  /** The first is changed by the first of the others; the rest are the same objects. */
  private static <T> List<T> withFirst(List<T> items, List<T> others, BinaryOperator<T> change) {
    List<T> changed = new ArrayList<>(items);
    if (!items.isEmpty() && !others.isEmpty()) {
      changed.set(0, change.apply(items.get(0), others.get(0)));
    }
    return changed;
  }

  /** The first endpoint of the first service is gone. */
  private static List<ServiceEndpoints> withoutOne(List<ServiceEndpoints> groups) {
    return groups.stream()
        .map(
            group ->
                group.equals(groups.get(0)) && !group.endpoints().isEmpty()
                    ? withoutFirst(group)
                    : group)
        .toList();
  }

  private static ServiceEndpoints withoutFirst(ServiceEndpoints group) {
    return group.toBuilder()
        .endpoints(group.endpoints().subList(1, group.endpoints().size()))
        .build();
  }

  private static MeshSnapshot load(String yaml) {
    return YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml)).snapshot();
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<Change> change =
        Combinators.combine(
                Arbitraries.of(Part.class),
                Arbitraries.oneOf(
                    RandomMesh.ofRouting(), RandomMesh.ofRegistry(), RandomMesh.ofPolicies()))
            .as(Change::new);
    return change.list().ofMinSize(1).ofMaxSize(4);
  }
}
