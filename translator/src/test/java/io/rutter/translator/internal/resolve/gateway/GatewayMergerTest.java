// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Locality;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayPort;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsMode;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each server is written {@code PROTOCOL[/MODE][@bind]=hosts}. */
final class GatewayMergerTest {
  private static final Proxy PROXY =
      Proxy.builder()
          .type(ProxyType.GATEWAY)
          .locality(Locality.UNKNOWN)
          .ipAddresses("10.1.1.1")
          .build();

  private final List<Problem> problems = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    // What is there, what comes, what the listener has then.
    "HTTP=a,HTTP=a,2",
    "HTTP=a,GRPC=b,2",
    "HTTP=a,TCP=b,1",
    "HTTP=a,HTTPS/SIMPLE=b,1",
    "TCP=a,HTTP=b,1",
    "TCP=a,TCP=b,1",
    "TCP=a,TLS/PASSTHROUGH=b,1",
    "HTTPS/SIMPLE=a,HTTPS/MUTUAL=b,2",
    "HTTPS/SIMPLE=a,TLS/PASSTHROUGH=b,2",
    "HTTPS/SIMPLE=a,HTTP=b,2",
    "HTTPS/SIMPLE=*,HTTP=b,1",
    "TLS/PASSTHROUGH=a,TCP=b,2",
    // Hosts of servers with TLS settings are taken once; a redirect is a TLS setting.
    "HTTPS/SIMPLE=a,HTTPS/SIMPLE=a,1",
    "HTTPS/SIMPLE=x/a,HTTPS/SIMPLE=y/a,1",
    "TLS/PASSTHROUGH=x/a,TLS/PASSTHROUGH=y/a,2",
    "TLS/SIMPLE=*,HTTP=b,2",
    "HTTP/PASSTHROUGH=*,HTTP/PASSTHROUGH=*,1",
    "HTTP/PASSTHROUGH=x/a,HTTP/PASSTHROUGH=y/a,2",
    "HTTP/PASSTHROUGH=*,HTTP=*,2",
    // The wildcard address is the same whether it is written or not.
    "HTTP=a,TCP@0.0.0.0=b,1",
    "HTTP=a,HTTP@0.0.0.0=b,2",
  })
  void secondServerJoinsOrIsDropped(String first, String second, int accepted) {
    MergedGateways merged = merge(server(first, 443), server(second, 443));
    assertThat(merged.groups()).hasSize(1);
    assertThat(merged.groups().get(0).servers()).hasSize(accepted);
    assertThat(problems).hasSize(2 - accepted);
  }

  @Test
  void otherAddressIsAnotherListener() {
    MergedGateways merged =
        merge(
            server("HTTP=a", 80),
            server("TCP@10.0.0.1=a", 80),
            server("HTTPS/SIMPLE@10.0.0.2=a", 80),
            server("HTTPS/SIMPLE@10.0.0.3=a", 80));
    assertThat(merged.groups())
        .extracting(ServerGroup::bind)
        .containsExactly("", "10.0.0.1", "10.0.0.2", "10.0.0.3");
    assertThat(problems).isEmpty();
  }

  @Test
  void problemNamesBothServers() {
    assertThat(merge(server("HTTP=a", 80), server("TCP=b", 80)).groups()).hasSize(1);
    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly(
            "warning: Gateway/edge/g1: spec.servers[0].port.protocol: protocol: TCP (expected: a"
                + " protocol that can share port 80 with HTTP of spec.servers[0] of"
                + " Gateway/edge/g0) [conflict]");
  }

  @Test
  void portIsTheTargetPortOfTheServiceInFront() {
    MergedGateways merged =
        merge(
            List.of(target(80, 8080, Map.of()), target(80, 9090, Map.of())),
            server("HTTP=a", 80),
            server("HTTPS/SIMPLE=a", 443),
            server("HTTP@10.0.0.1=b", 80));
    assertThat(merged.groups()).extracting(ServerGroup::port).containsExactly(8080, 443, 8080);
    assertThat(merged.serversByRoute().keySet())
        .containsExactly("http.8080", "https.443.port-443.g1.edge", "http.8080.10.0.0.1");
  }

  @Test
  void servicesCanKeepOut() {
    Map<String, String> label =
        Map.of("experimental.istio.io/disable-gateway-port-translation", "true");
    assertThat(merge(List.of(target(80, 8080, label)), server("HTTP=a", 80)).groups())
        .extracting(ServerGroup::port)
        .containsExactly(80);
  }

  @Test
  void gatewayOfNamedServicesHasTheirPortsOnly() {
    Gateway gateway =
        Gateway.builder()
            .metadata(
                ObjectMeta.of("edge", "g").toBuilder()
                    .annotations(
                        Map.of(
                            "internal.istio.io/gateway-service", "x,edge.edge.svc.cluster.local"))
                    .build())
            .build();
    ImmutableList<ServiceTarget> targets =
        ImmutableList.of(target(80, 9090, Map.of()), target(80, 8080, Map.of()));
    IndexedGateway indexed = IndexedGateway.of(gateway);
    SelectedGateway selected = SelectedGateway.of(indexed, PROXY, targets).orElseThrow();
    assertThat(selected.listeningPorts(80)).containsExactly(8080, 9090);
    assertThat(selected.listeningPorts(443)).isEmpty();
    assertThat(SelectedGateway.of(indexed, PROXY, ImmutableList.of())).isEmpty();
  }

  @Test
  void redirectsShareTheRouteConfigurationOfTheirPort() {
    MergedGateways merged = merge(server("HTTP/PASSTHROUGH=a", 80), server("HTTP=b", 80));
    assertThat(merged.serversByRoute().get("http.80")).hasSize(2);
  }

  private MergedGateways merge(GatewayServer... servers) {
    return merge(List.of(), servers);
  }

  private MergedGateways merge(List<ServiceTarget> targets, GatewayServer... servers) {
    GatewayMerger merger = new GatewayMerger(PROXY, false, problems::add);
    for (int i = 0; i < servers.length; i++) {
      Gateway gateway =
          Gateway.builder().metadata(ObjectMeta.of("edge", "g" + i)).servers(servers[i]).build();
      SelectedGateway.of(IndexedGateway.of(gateway), PROXY, ImmutableList.copyOf(targets))
          .ifPresent(merger::add);
    }
    return merger.merged();
  }

  private static GatewayServer server(String text, int port) {
    String[] hosts = text.split("=", 2);
    String[] bind = hosts[0].split("@", 2);
    String[] mode = bind[0].split("/", 2);
    GatewayServer.Builder server =
        GatewayServer.builder()
            .port(
                GatewayPort.builder()
                    .number(port)
                    .name("port-" + port)
                    .protocol(Protocol.parse(mode[0]))
                    .build())
            .hosts(hosts[1]);
    if (bind.length > 1) {
      server.bind(bind[1]);
    }
    if (mode.length > 1) {
      server.tls(ServerTls.builder().mode(TlsMode.valueOf(mode[1])).build());
    }
    return server.build();
  }

  private static ServiceTarget target(int port, int targetPort, Map<String, String> labels) {
    ServicePort servicePort =
        ServicePort.builder().number(port).name("http").protocol(Protocol.HTTP).build();
    return new ServiceTarget(
        Service.builder()
            .hostname("edge.edge.svc.cluster.local")
            .metadata(ObjectMeta.builder().namespace("edge").name("edge").labels(labels).build())
            .ports(servicePort)
            .build(),
        servicePort,
        targetPort);
  }
}
