// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.built;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.StringMatch;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.TcpSettings;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.model.validation.Validator;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes in meshes that are built in code: each is a problem, and does no harm. */
class BuiltMistakesTest {
  private static final String HOST = "reviews.shop.svc.cluster.local";

  private static final Service REVIEWS =
      Service.builder()
          .hostname(HOST)
          .metadata(ObjectMeta.of("shop", "reviews"))
          .addresses("10.96.0.10")
          .ports(ServicePort.builder().number(80).name("http").protocol(Protocol.HTTP).build())
          .build();

  private static final Endpoint ENDPOINT =
      Endpoint.builder().addresses("10.20.0.1").port(8080).locality(Locality.UNKNOWN).build();

  private static final MeshSnapshot MESH =
      MeshSnapshot.builder()
          .services(REVIEWS)
          .endpoints(ServiceEndpoints.of(REVIEWS, ENDPOINT))
          .build();

  private static final Proxy CLIENT =
      Proxy.builder()
          .name("client")
          .namespace("shop")
          .ipAddresses("10.20.0.9")
          .locality(Locality.UNKNOWN)
          .dnsDomain("shop.svc.cluster.local")
          .build();

  @Test
  void aMeshThatIsRightHasNoProblems() {
    assertThat(problems(MESH)).isEmpty();
    assertThat(endpoints(MESH)).isOne();
    assertThat(Validator.validate(MESH).snapshot()).isSameAs(MESH);
  }

  @Test
  void endpointsMustNameTheirService() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ServiceEndpoints.builder().hostname(HOST).build())
        .withMessageContaining("namespace");
    assertThatIllegalStateException()
        .isThrownBy(() -> ServiceEndpoints.builder().namespace("shop").build())
        .withMessageContaining("hostname");
    assertOnly(
        withEndpoints(ServiceEndpoints.of(REVIEWS, ENDPOINT).toBuilder().namespace("").build()),
        "error: ServiceEndpoints//" + HOST + ": namespace: no namespace");
  }

  @Test
  void aShortHostnameIsNoService() {
    assertOnly(
        withEndpoints(
            ServiceEndpoints.of(REVIEWS, ENDPOINT).toBuilder().hostname("reviews").build()),
        "warning: ServiceEndpoints/shop/reviews: hostname: no service of the namespace has the"
            + " host");
  }

  @Test
  void aServiceWithoutPortsHasNoneToName() {
    Service bare = Service.of("shop", "bare");
    MeshSnapshot mesh =
        MeshSnapshot.builder()
            .addService(bare)
            .addEndpoints(ServiceEndpoints.of(bare, ENDPOINT))
            .build();

    assertThat(problems(mesh))
        .anyMatch(problem -> problem.contains("a port of Service/shop/bare, which has none)"));
  }

  @Test
  void aPathIsToldHowAUnixSocketIsWritten() {
    assertThat(problems(withEndpoints(ServiceEndpoints.of(REVIEWS, Endpoint.of("/run/a.sock", 0)))))
        .anyMatch(
            problem ->
                problem.contains(
                    "\"/run/a.sock\" (expected: unix:///run/a.sock for a Unix socket)"));
  }

  @Test
  void anEndpointOfNoPortIsWarnedOf() {
    MeshSnapshot mesh =
        withEndpoints(
            ServiceEndpoints.builder()
                .hostname(HOST)
                .namespace("shop")
                .endpoints(ENDPOINT, ENDPOINT.toBuilder().servicePortName("htp").build())
                .build());

    assertThat(problems(mesh))
        .hasSize(2)
        .allMatch(problem -> problem.contains("(expected: a port of Service/shop/reviews: http)"))
        .allMatch(problem -> problem.endsWith("[unused-endpoints]"));
    assertThat(endpoints(mesh)).isZero();
  }

  @Test
  void aNegativeWeightOfADestination() {
    assertOnly(
        withRoute(route(destination().weight(-3).build()).build()),
        "error: VirtualService/shop/reviews: spec.http[0].route[0].weight: ");
  }

  @Test
  void aRegexThatIsNone() {
    assertOnly(
        withRoute(
            route(destination().build())
                .match(HttpMatch.builder().uri(StringMatch.regex("([")).build())
                .build()),
        "error: VirtualService/shop/reviews: spec.http[0].match[0].uri.regex: ");
  }

  @Test
  void aNegativeTimeout() {
    assertOnly(
        withRoute(route(destination().build()).timeout(Duration.ofSeconds(-5)).build()),
        "error: VirtualService/shop/reviews: spec.http[0].timeout: ");
  }

  @Test
  void negativeConnections() {
    assertOnly(
        MESH.toBuilder()
            .destinationRules(
                DestinationRule.builder()
                    .metadata(ObjectMeta.of("shop", "reviews"))
                    .host(HOST)
                    .trafficPolicy(
                        TrafficPolicy.builder()
                            .connectionPool(
                                ConnectionPool.builder()
                                    .tcp(TcpSettings.builder().maxConnections(-5).build())
                                    .build())
                            .build())
                    .build())
            .build(),
        "error: DestinationRule/shop/reviews: spec.trafficPolicy.connectionPool.tcp");
  }

  @Test
  void aPortOutOfRange() {
    Service service =
        REVIEWS.toBuilder()
            .ports(ServicePort.builder().number(70_000).name("http").build())
            .build();
    MeshSnapshot mesh = MeshSnapshot.builder().services(service).build();

    assertOnly(mesh, "error: Service/shop/reviews: spec.ports[0].number: port: 70000");
    assertThat(clusters(mesh)).noneMatch(name -> name.startsWith("outbound|"));
  }

  @Test
  void anAddressThatIsNone() {
    MeshSnapshot mesh =
        MeshSnapshot.builder().services(REVIEWS.toBuilder().addresses("not-an-ip").build()).build();

    assertOnly(mesh, "error: Service/shop/reviews: spec.addresses[0]: \"not-an-ip\"");
  }

  @Test
  void aVirtualServiceWithoutRules() {
    assertOnly(
        MESH.toBuilder()
            .virtualServices(
                VirtualService.builder()
                    .metadata(ObjectMeta.of("shop", "reviews"))
                    .hosts(HOST)
                    .build())
            .build(),
        "error: VirtualService/shop/reviews: spec: no routes");
  }

  @Test
  void endpointsWithoutAddressOrWithAWrongOne() {
    MeshSnapshot mesh =
        withEndpoints(
            ServiceEndpoints.of(
                REVIEWS,
                ENDPOINT.toBuilder().addresses("not an ip").build(),
                ENDPOINT.toBuilder().addresses(List.of()).build(),
                ENDPOINT));

    assertThat(problems(mesh)).hasSize(2).allMatch(problem -> problem.startsWith("error: "));
    assertThat(problems(mesh).get(0)).contains(": endpoints[0].addresses[0]: ");
    assertThat(problems(mesh).get(1)).contains(": endpoints[1].addresses: no address");
    assertThat(endpoints(mesh)).isOne();
  }

  @Test
  void theSameObjectTwice() {
    VirtualService rule = withRoute(route(destination().build()).build()).virtualServices().get(0);
    MeshSnapshot mesh =
        MESH.toBuilder()
            .services(REVIEWS, REVIEWS)
            .endpoints(MESH.endpoints().get(0), MESH.endpoints().get(0))
            .virtualServices(rule, rule)
            .build();

    assertThat(problems(mesh))
        .hasSize(3)
        .allMatch(problem -> problem.startsWith("error: "))
        .allMatch(problem -> problem.endsWith("[duplicate-object]"));
    assertThat(endpoints(mesh)).isOne();
  }

  @Test
  void textThatNoMessageHolds() {
    assertOnly(
        withRoute(
            route(destination().build())
                .match(HttpMatch.builder().uri(StringMatch.exact("/half\ud800")).build())
                .build()),
        "error: VirtualService/shop/reviews: text with U+D800 behind \"");
  }

  @Test
  void aChangeIsCheckedAndWhatStaysIsNotCheckedAgain() {
    ValidatedSnapshot before = Validator.validate(MESH);
    MeshSnapshot wrong =
        withEndpoints(ServiceEndpoints.of(REVIEWS, ENDPOINT.toBuilder().port(-1).build()));

    ValidatedSnapshot after = before.with(wrong);

    assertThat(after.problems()).isEqualTo(Validator.validate(wrong).problems()).hasSize(1);
    assertThat(after.snapshot().services()).isSameAs(MESH.services());
    assertThat(after.with(MESH).problems()).isEmpty();
  }

  private static MeshSnapshot withEndpoints(ServiceEndpoints endpoints) {
    return MESH.toBuilder().endpoints(endpoints).build();
  }

  private static HttpRouteDestination.Builder destination() {
    return HttpRouteDestination.builder().destination(Destination.builder().host(HOST).build());
  }

  private static HttpRoute.Builder route(HttpRouteDestination destination) {
    return HttpRoute.builder().route(destination);
  }

  private static MeshSnapshot withRoute(HttpRoute route) {
    return MESH.toBuilder()
        .virtualServices(
            VirtualService.builder()
                .metadata(ObjectMeta.of("shop", "reviews"))
                .hosts(HOST)
                .http(route)
                .build())
        .build();
  }

  /** One problem, which validation finds, and translation does too. */
  private static void assertOnly(MeshSnapshot mesh, String beginning) {
    assertThat(problems(mesh)).singleElement().asString().startsWith(beginning);
    assertThat(Validator.validate(mesh).problems().stream().map(Problem::toString))
        .isEqualTo(problems(mesh));
  }

  private static ImmutableList<String> problems(MeshSnapshot mesh) {
    return Translator.create().compile(mesh).problems().stream()
        .map(Problem::toString)
        .collect(ImmutableList.toImmutableList());
  }

  private static XdsResources resources(MeshSnapshot snapshot) {
    CompiledMesh mesh = Translator.create().compile(snapshot);
    return mesh.translate(CLIENT);
  }

  private static List<String> clusters(MeshSnapshot mesh) {
    return resources(mesh).clusters().stream().map(cluster -> cluster.getName()).toList();
  }

  /** How many endpoints the client gets. */
  private static int endpoints(MeshSnapshot mesh) {
    return resources(mesh).endpoints().stream()
        .map(ClusterLoadAssignment::getEndpointsList)
        .flatMap(List::stream)
        .mapToInt(locality -> locality.getLbEndpointsCount())
        .sum();
  }
}
