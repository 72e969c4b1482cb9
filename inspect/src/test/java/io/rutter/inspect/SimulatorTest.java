// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayPort;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader would write first gives the right answer, for a sidecar and for a gateway. */
class SimulatorTest {
  private static final Service REVIEWS =
      Service.of("shop", "reviews", ServicePort.of(9080, "http"));
  private static final Service DATABASE =
      Service.of("shop", "db", ServicePort.of(3306, "mysql", Protocol.TCP)).toBuilder()
          .addresses("10.96.0.7")
          .build();

  /** Clients see port 80, the gateway listens on 8080; port 81 is the same on both. */
  private static final Service INGRESS =
      Service.of(
              "shop",
              "ingress",
              ServicePort.of(80, "http").toBuilder().targetPort(TargetPort.of(8080)).build(),
              ServicePort.of(81, "http-81"))
          .toBuilder()
          .selector(Map.of("app", "edge"))
          .build();

  private static final Proxy CLIENT = Proxy.of("shop", "client", "10.0.0.9");
  private static final Proxy EDGE =
      Proxy.of("shop", "edge", "10.0.0.8").toBuilder()
          .type(ProxyType.GATEWAY)
          .labels(Map.of("app", "edge"))
          .build();
  private static final CompiledMesh MESH = Translator.create().compile(mesh());

  private static MeshSnapshot mesh() {
    GatewayPort http = GatewayPort.of(80, Protocol.HTTP, "http");
    GatewayPort other = GatewayPort.of(81, Protocol.HTTP, "http-81");
    return MeshSnapshot.builder()
        .services(REVIEWS, DATABASE, INGRESS)
        .addGateway(
            Gateway.builder()
                .metadata(ObjectMeta.of("shop", "edge"))
                .selector(Map.of("app", "edge"))
                .servers(
                    GatewayServer.of(http, "*.example.com"),
                    GatewayServer.of(other, "*.example.com"))
                .build())
        .addVirtualService(
            VirtualService.builder()
                .metadata(ObjectMeta.of("shop", "site"))
                .hosts("www.example.com")
                .gateways("edge")
                .http(HttpRoute.of(HttpRouteDestination.of(Destination.of("reviews"))))
                .build())
        .build()
        .withEndpoints(INGRESS, Endpoint.of("10.0.0.8", 9999, "http-81"));
  }

  private static String cluster(CallResult result) {
    assertThat(result.clusters()).as(result.toString()).hasSize(1);
    return result.clusters().get(0).cluster();
  }

  @Test
  void callsLeaveASidecar() {
    Simulator sidecar = Simulator.of(MESH.translate(CLIENT));

    String reviews = "outbound|9080||reviews.shop.svc.cluster.local";
    assertThat(cluster(sidecar.call("http://reviews:9080/"))).isEqualTo(reviews);
    assertThat(cluster(sidecar.call(CallDescription.of("http://reviews.shop:9080/x"))))
        .isEqualTo(reviews);
    assertThat(cluster(sidecar.call(Call.builder().host("reviews:9080").port(9080).build())))
        .isEqualTo(reviews);
    // Found by the address of the service.
    assertThat(cluster(sidecar.call("tcp://db:3306")))
        .isEqualTo("outbound|3306||db.shop.svc.cluster.local");
    assertThat(sidecar.call(Call.builder().mode(CallMode.GATEWAY).port(9080).build()).error())
        .hasValue(CallError.NO_LISTENER);
  }

  @Test
  void callsComeToAGateway() {
    Simulator gateway = Simulator.of(MESH.translate(EDGE));

    String reviews = "outbound|9080||reviews.shop.svc.cluster.local";
    assertThat(cluster(gateway.call("http://www.example.com/"))).isEqualTo(reviews);
    assertThat(cluster(gateway.call("http://www.example.com:81/"))).isEqualTo(reviews);
    assertThat(cluster(gateway.call(Call.builder().host("www.example.com").port(8080).build())))
        .isEqualTo(reviews);
    assertThat(gateway.call("http://other.test/").error()).hasValue(CallError.NO_VIRTUAL_HOST);
  }

  @Test
  void anEnvoyOfOtherSoftwareIsKnownByItsListeners() {
    EnvoyResources sidecar = EnvoyResources.of(MESH.translate(CLIENT));

    assertThat(cluster(Simulator.of(sidecar).call("http://reviews:9080/")))
        .isEqualTo("outbound|9080||reviews.shop.svc.cluster.local");
  }

  @Test
  void aCallIsResolvedAsItIsCalled() {
    Simulator sidecar = Simulator.of(MESH.translate(CLIENT));
    Call resolved = sidecar.resolve(CallDescription.of("tcp://db:3306"));

    assertThat(resolved.mode()).hasValue(CallMode.OUTBOUND);
    assertThat(resolved.address()).isEqualTo("10.96.0.7");
    assertThat(sidecar.call(resolved)).isEqualTo(sidecar.call("tcp://db:3306"));
    Call open = Call.builder().build();
    assertThat(CallReport.text(open, sidecar.call(open))).startsWith("GET http://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "reviews:9080", "reviews", "ftp://reviews/", "http://", "http://a:x/"})
  void otherTextsAreNoCall(String url) {
    Simulator sidecar = Simulator.of(MESH.translate(CLIENT));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sidecar.call(url))
        .withMessageContaining("(expected: http://HOST:PORT/PATH");
  }
}
