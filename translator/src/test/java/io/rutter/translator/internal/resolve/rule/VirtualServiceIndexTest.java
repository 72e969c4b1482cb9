// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.StringMatch;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.problem.Problem;
import io.rutter.model.virtualservice.Delegate;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.RegistryFixtures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VirtualServiceIndexTest {
  private final List<Problem> problems = new ArrayList<>();

  @Test
  void privateBeatsExportedBeatsPublicAndThenAgeDecides() {
    VirtualServiceIndex index =
        index(
            host("shop", "old", 1).build(),
            host("shop", "mine", 4).exportTo(".").build(),
            host("other", "for-shop", 3).exportTo("shop", "more").build(),
            host("shop", "b", 2).exportTo("*", ".").build(),
            host("other", "hidden", 0).exportTo("~").build());
    assertThat(names(index, "shop", "mesh")).containsExactly("mine", "for-shop", "old", "b");
    assertThat(names(index, "more", "mesh")).containsExactly("for-shop", "old", "b");
    assertThat(names(index, "other", "mesh")).containsExactly("old", "b");
  }

  @Test
  void meshDefaultAppliesWhereNothingIsDeclared() {
    VirtualServiceIndex index =
        RegistryFixtures.index(
                snapshot(host("shop", "a", 1).build())
                    .meshConfig(MeshConfig.builder().defaultVirtualServiceExportTo(".").build()),
                problems::add)
            .virtualServices();
    assertThat(names(index, "shop", "mesh")).containsExactly("a");
    assertThat(names(index, "other", "mesh")).isEmpty();
  }

  @Test
  void gatewaysDecideWhoApplies() {
    VirtualServiceIndex index =
        index(
            host("shop", "edge-only", 1).gateways("edge").build(),
            host("shop", "both", 2).gateways("mesh", "other/edge").build(),
            host("shop", "neither", 3).build());
    assertThat(names(index, "x", "mesh")).containsExactly("both", "neither");
    assertThat(names(index, "x", "shop/edge")).containsExactly("edge-only");
    assertThat(names(index, "x", "other/edge")).containsExactly("both");
  }

  @Test
  void namesAreFull() {
    VirtualService found =
        index(
                VirtualService.builder()
                    .metadata(ObjectMeta.of("shop", "a"))
                    .hosts("reviews")
                    .http(to("ratings").toBuilder().mirror(destination("copy")).build())
                    .build())
            .forGateway("shop", "mesh")
            .get(0);
    assertThat(found.hosts()).containsExactly("reviews.shop.svc.cluster.local");
    assertThat(found.http().get(0).route().get(0).destination().host())
        .isEqualTo("ratings.shop.svc.cluster.local");
    assertThat(found.http().get(0).mirror().orElseThrow().host())
        .isEqualTo("copy.shop.svc.cluster.local");
  }

  @Test
  void rulesOfDelegatesStandInPlaceOfTheReference() {
    VirtualService found =
        index(
                host("shop", "root", 1)
                    .http(to("first"), delegateTo("other", "leaf"), to("last"))
                    .build(),
                delegate("other", "leaf").http(to("one"), to("two")).build())
            .forGateway("shop", "mesh")
            .get(0);
    assertThat(found.http())
        .extracting(rule -> rule.route().get(0).destination().host())
        .containsExactly(
            "first.shop.svc.cluster.local",
            "one.other.svc.cluster.local",
            "two.other.svc.cluster.local",
            "last.shop.svc.cluster.local");
    assertThat(found.http()).allMatch(rule -> rule.delegate().isEmpty());
    assertThat(problems).isEmpty();
  }

  @Test
  void referencesThatLeadNowhereDropTheirRule() {
    VirtualService found =
        index(
                host("shop", "root", 1)
                    .http(
                        delegateTo("shop", "missing"),
                        delegateTo("other", "hidden"),
                        delegateTo("shop", "narrow"),
                        to("last"))
                    .build(),
                delegate("other", "hidden").exportTo(".").http(to("x")).build(),
                delegate("shop", "narrow")
                    .http(to("y").toBuilder().match(uri("/c")).build())
                    .build())
            .forGateway("shop", "mesh")
            .get(0);
    assertThat(found.http()).hasSize(1);
    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "warning: VirtualService/shop/root: spec.http[0].delegate: delegate:"
                + " VirtualService/shop/missing (expected: a VirtualService without hosts)"
                + " [unresolved-reference]",
            "warning: VirtualService/shop/root: spec.http[1].delegate: delegate:"
                + " VirtualService/other/hidden (expected: exported to namespace shop)"
                + " [unresolved-reference]",
            "warning: VirtualService/shop/root: spec.http[2].match: match: excludes"
                + " spec.http[0].match of VirtualService/shop/narrow [conflict]");
  }

  private VirtualServiceIndex index(VirtualService... virtualServices) {
    return RegistryFixtures.index(snapshot(virtualServices), problems::add).virtualServices();
  }

  private static MeshSnapshot.Builder snapshot(VirtualService... virtualServices) {
    return MeshSnapshot.builder().virtualServices(virtualServices);
  }

  private static List<String> names(VirtualServiceIndex index, String namespace, String gateway) {
    return index.forGateway(namespace, gateway).stream().map(v -> v.metadata().name()).toList();
  }

  private static VirtualService.Builder host(String namespace, String name, int age) {
    return VirtualService.builder()
        .metadata(
            ObjectMeta.of(namespace, name).toBuilder()
                .creationTimestamp(Instant.ofEpochSecond(age))
                .build())
        .hosts("a.example.com");
  }

  private static VirtualService.Builder delegate(String namespace, String name) {
    return VirtualService.builder().metadata(ObjectMeta.of(namespace, name));
  }

  private static HttpRoute to(String host) {
    return HttpRoute.builder()
        .route(HttpRouteDestination.builder().destination(destination(host)).build())
        .build();
  }

  private static Destination destination(String host) {
    return Destination.builder().host(host).build();
  }

  private static HttpRoute delegateTo(String namespace, String name) {
    return HttpRoute.builder()
        .match(uri("/a"))
        .delegate(Delegate.builder().namespace(namespace).name(name).build())
        .build();
  }

  private static HttpMatch uri(String prefix) {
    return HttpMatch.builder().uri(StringMatch.prefix(prefix)).build();
  }
}
