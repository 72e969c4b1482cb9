// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.OutboundTrafficPolicy;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.sidecar.SidecarPort;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.RegistryFixtures;
import io.rutter.translator.internal.resolve.settings.OutboundPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SidecarScopeTest {

  private final MeshSnapshot.Builder mesh =
      MeshSnapshot.builder()
          .services(
              service("shop", "reviews.shop.svc", 80, 9080),
              service("shop", "ratings.shop.svc", 80),
              service("other", "reviews.other.svc", 9080),
              service("other", "wild.example.com", 443));

  @Test
  void withoutSidecarEverythingIsSeen() {
    SidecarScope scope = scope(Optional.empty());
    assertThat(hosts(scope.services()))
        .containsExactlyInAnyOrder(
            "reviews.shop.svc", "ratings.shop.svc", "reviews.other.svc", "wild.example.com");
    assertThat(scope.egress()).hasSize(1);
    assertThat(scope.outboundPolicy().mode()).isEqualTo(OutboundPolicy.Mode.ALLOW_ANY);
  }

  @Test
  void importsByNamespaceAndHost() {
    assertThat(imported("./*")).containsExactly("ratings.shop.svc", "reviews.shop.svc");
    assertThat(imported("*/reviews.other.svc")).containsExactly("reviews.other.svc");
    assertThat(imported("other/*.svc")).containsExactly("reviews.other.svc");
    assertThat(imported("shop/reviews.shop.svc", "shop/reviews.other.svc"))
        .containsExactly("reviews.shop.svc");
    assertThat(imported("*/*", "~/*.svc")).containsExactly("wild.example.com");
    assertThat(imported("~other/*", "other/reviews.other.svc", "./ratings.shop.svc"))
        .containsExactly("ratings.shop.svc");
  }

  @Test
  void listenerWithPortTakesThatPortOnly() {
    SidecarScope scope =
        scope(
            sidecar(
                listener("*/*").port(SidecarPort.builder().number(9080).build()).build(),
                listener("./ratings.shop.svc").build()));
    assertThat(hosts(scope.egress().get(0).services()))
        .containsExactly("reviews.other.svc", "reviews.shop.svc");
    assertThat(ports(scope, "reviews.shop.svc")).containsExactly(9080);
    assertThat(scope.egressFor(9080, "9080")).containsSame(scope.egress().get(0));
    assertThat(scope.egressFor(80, "80")).containsSame(scope.egress().get(1));
  }

  @Test
  void portsOfSeveralListenersComeTogether() {
    SidecarScope scope =
        scope(
            sidecar(
                listener("*/*").port(SidecarPort.builder().number(9080).build()).build(),
                listener("*/*").port(SidecarPort.builder().number(80).build()).build()));
    assertThat(ports(scope, "reviews.shop.svc")).containsExactly(9080, 80);
  }

  @Test
  void proxyListenersTakeAllPorts() {
    SidecarPort port = SidecarPort.builder().number(3128).protocol(Protocol.HTTP_PROXY).build();
    SidecarScope scope = scope(sidecar(listener("./*").port(port).build()));
    assertThat(ports(scope, "reviews.shop.svc")).containsExactly(80, 9080);
  }

  @Test
  void destinationsOfVirtualServicesAreSeenWithThePortsTheyName() {
    mesh.virtualServices(
        VirtualService.builder()
            .metadata(ObjectMeta.of("shop", "routes"))
            .hosts("ratings.shop.svc")
            .http(to("reviews.shop.svc", 9080), to("reviews.other.svc", 1))
            .build());
    SidecarScope scope = scope(sidecar(listener("*/ratings.shop.svc").build()));
    assertThat(hosts(scope.services())).containsExactly("ratings.shop.svc", "reviews.shop.svc");
    assertThat(ports(scope, "reviews.shop.svc")).containsExactly(9080);
    assertThat(hosts(scope.egress().get(0).services())).containsExactly("ratings.shop.svc");
  }

  @Test
  void wildcardVirtualServicesAreImportedBothWays() {
    mesh.virtualServices(
        virtualService("wide", "*.svc"),
        virtualService("narrow", "x.reviews.other.svc"),
        virtualService("unrelated", "*.com"));
    SidecarScope scope = scope(sidecar(listener("*/reviews.other.svc").build()));
    EgressScope egress = scope.egress().get(0);
    assertThat(egress.virtualServices())
        .extracting(v -> v.metadata().name())
        .containsExactly("wide");
    assertThat(egress.mostSpecificVirtualService("reviews.other.svc"))
        .hasValueSatisfying(v -> assertThat(v.metadata().name()).isEqualTo("wide"));
  }

  @Test
  void ofOneHostTheOwnNamespaceCountsThenThePlatform() {
    mesh.services(
        external("a-first", "db.example.com"),
        external("shop", "db.example.com"),
        external("a-first", "api.example.com"),
        service("z-last", "api.example.com", 80));
    SidecarScope scope = scope(Optional.empty());
    assertThat(scope.service("db.example.com").orElseThrow().metadata().namespace())
        .isEqualTo("shop");
    assertThat(scope.service("api.example.com").orElseThrow().metadata().namespace())
        .isEqualTo("z-last");
  }

  @Test
  void otherNamesOfAServiceAreImportedByTheEntryThatImportsTheService() {
    EgressScope egress =
        scope(sidecar(listener("./ratings.shop.svc", "./alias.shop.svc", "other/*").build()))
            .egress()
            .get(0);
    Service ratings = egress.services().get(0);
    assertThat(ratings.hostname()).isEqualTo("ratings.shop.svc");
    assertThat(egress.importsAlias(ratings, "alias.shop.svc")).isTrue();
    assertThat(egress.importsAlias(ratings, "alias.other.svc")).isFalse();
  }

  @Test
  void excludedHostsDoNotBringVirtualServices() {
    mesh.virtualServices(virtualService("narrow", "reviews.other.svc"));
    assertThat(
            scope(sidecar(listener("*/*", "~shop/*.other.svc", "~other/wild.example.com").build()))
                .egress()
                .get(0)
                .virtualServices())
        .isEmpty();
  }

  @Test
  void sidecarWithSelectorBeatsNamespaceBeatsRoot() {
    Sidecar selecting =
        named("shop", "b-selecting")
            .workloadSelector(WorkloadSelector.of(Map.of("app", "web")))
            .build();
    SidecarIndex index =
        RegistryFixtures.index(
                mesh.sidecars(
                    named("istio-system", "root").build(),
                    named("shop", "a-all").build(),
                    selecting))
            .sidecars();
    assertThat(index.forProxy(proxy("shop", Map.of("app", "web")))).contains(selecting);
    assertThat(index.forProxy(proxy("shop", Map.of())).orElseThrow().metadata().name())
        .isEqualTo("a-all");
    assertThat(index.forProxy(proxy("other", Map.of())).orElseThrow().metadata().name())
        .isEqualTo("root");
  }

  @Test
  void outboundPolicyOfTheSidecarReplacesTheMeshs() {
    Sidecar sidecar =
        named("shop", "s").outboundTrafficPolicy(OutboundTrafficPolicy.builder().build()).build();
    assertThat(scope(Optional.of(sidecar)).outboundPolicy().mode())
        .isEqualTo(OutboundPolicy.Mode.REGISTRY_ONLY);
  }

  private List<String> imported(String... entries) {
    return hosts(scope(sidecar(listener(entries).build())).services()).sorted().toList();
  }

  private SidecarScope scope(Optional<Sidecar> sidecar) {
    MeshIndex index = RegistryFixtures.index(mesh);
    return new SidecarScopes(
            index.services(),
            new ServiceImports(index.services()),
            index.virtualServices(),
            index.settings())
        .ofSidecar(sidecar, "shop");
  }

  private static Stream<String> hosts(List<Service> services) {
    return services.stream().map(Service::hostname);
  }

  private static Stream<Integer> ports(SidecarScope scope, String host) {
    return scope.service(host).orElseThrow().ports().stream().map(ServicePort::number);
  }

  private static Optional<Sidecar> sidecar(EgressListener... egress) {
    return Optional.of(named("shop", "s").egress(egress).build());
  }

  private static Sidecar.Builder named(String namespace, String name) {
    return Sidecar.builder().metadata(ObjectMeta.of(namespace, name));
  }

  private static EgressListener.Builder listener(String... hosts) {
    return EgressListener.builder().hosts(hosts);
  }

  private static VirtualService virtualService(String name, String host) {
    return VirtualService.builder().metadata(ObjectMeta.of("shop", name)).hosts(host).build();
  }

  private static HttpRoute to(String host, int port) {
    return HttpRoute.builder()
        .route(
            HttpRouteDestination.builder()
                .destination(Destination.builder().host(host).port(port).build())
                .build())
        .build();
  }

  private static Service external(String namespace, String host) {
    return service(namespace, host, 80).toBuilder().registry(ServiceRegistry.EXTERNAL).build();
  }

  private static Service service(String namespace, String host, Integer... ports) {
    return Service.builder()
        .hostname(host)
        .metadata(ObjectMeta.of(namespace, host))
        .ports(
            Stream.of(ports)
                .map(
                    number ->
                        ServicePort.builder()
                            .number(number)
                            .name("p" + number)
                            .protocol(Protocol.HTTP)
                            .build())
                .toList())
        .build();
  }

  private static Proxy proxy(String namespace, Map<String, String> labels) {
    return Proxy.builder()
        .name("p")
        .namespace(namespace)
        .labels(labels)
        .locality(Locality.UNKNOWN)
        .build();
  }
}
