// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.translator.internal.resolve.RegistryFixtures.meta;
import static io.rutter.translator.internal.resolve.RegistryFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.mesh.network.Network;
import io.rutter.model.mesh.network.NetworkEndpoints;
import io.rutter.model.mesh.network.NetworkEndpointsSource;
import io.rutter.model.mesh.network.NetworkGateway;
import io.rutter.model.mesh.network.NetworkGatewayAddress;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.resolve.RegistryFixtures;
import org.junit.jupiter.api.Test;

class NetworkIndexTest {
  private static NetworkGateway gateway(NetworkGatewayAddress address, int port) {
    return NetworkGateway.builder().gateway(address).port(port).build();
  }

  private static NetworkIndex index(MeshSnapshot snapshot) {
    return RegistryFixtures.index(snapshot.toBuilder()).networks();
  }

  private static MeshNetworks networks(Network network) {
    return MeshNetworks.builder().networks(ImmutableMap.of("n1", network)).build();
  }

  @Test
  void gatewaysThatAreKnownByANameCountForDnsOnly() {
    NetworkIndex index =
        index(
            MeshSnapshot.builder()
                .meshNetworks(
                    networks(
                        Network.builder()
                            .gateways(
                                gateway(new NetworkGatewayAddress.Address("gw.example"), 15443),
                                gateway(new NetworkGatewayAddress.Address("1.2.3.4"), 15443))
                            .build()))
                .build());

    assertThat(index.gateways().to("n1", "c1"))
        .containsExactly(new EastWestGateway("n1", "", "1.2.3.4", 15443));
    assertThat(index.gatewaysWithNames().to("n1", "c1")).hasSize(2);
    assertThat(index.gatewaysWithNames().weightScale()).isEqualTo(2);
    assertThat(index.gateways().to("n2", "c1")).isEmpty();
  }

  @Test
  void aLabelledServiceThatHasThePortIsAGatewayOfItsCluster() {
    Service service =
        service(
                meta("istio-system", "eastwest", 2020).toBuilder()
                    .labels(ImmutableMap.of("topology.istio.io/network", "n1"))
                    .build())
            .ports(ServicePort.builder().number(15443).name("tls").build())
            .externalAddresses("1.2.3.4", "1.2.3.5")
            .nodePorts(ImmutableMap.of(15443, 31443))
            .build();
    NetworkIndex index =
        index(
            MeshSnapshot.builder()
                .services(
                    service,
                    service.toBuilder()
                        .hostname("other")
                        .metadata(service.metadata().toBuilder().name("other").build())
                        .ports(ServicePort.builder().number(80).name("http").build())
                        .externalAddresses("9.9.9.9")
                        .build())
                .build());

    assertThat(index.gateways().to("n1", "Kubernetes"))
        .containsExactly(
            new EastWestGateway("n1", "Kubernetes", "1.2.3.4", 31443),
            new EastWestGateway("n1", "Kubernetes", "1.2.3.5", 31443));
    assertThat(index.gateways().to("n1", "remote")).hasSize(2);
  }

  @Test
  void aServiceThatANetworkNamesIsAGatewayIfTheNetworkIsThatOfTheRegistry() {
    Service service = service(meta("a", "gw", 2020)).externalAddresses("1.2.3.4").build();
    Network network =
        Network.builder()
            .gateways(gateway(new NetworkGatewayAddress.Service(service.hostname()), 443))
            .build();
    Network ofRegistry =
        network.toBuilder()
            .endpoints(
                NetworkEndpoints.builder()
                    .source(new NetworkEndpointsSource.Registry("Kubernetes"))
                    .build())
            .build();

    assertThat(
            index(MeshSnapshot.builder().services(service).meshNetworks(networks(network)).build())
                .gateways()
                .isEmpty())
        .isTrue();
    assertThat(
            index(
                    MeshSnapshot.builder()
                        .services(service)
                        .meshNetworks(networks(ofRegistry))
                        .build())
                .gateways()
                .to("n1", "Kubernetes"))
        .containsExactly(new EastWestGateway("n1", "Kubernetes", "1.2.3.4", 443));
  }
}
