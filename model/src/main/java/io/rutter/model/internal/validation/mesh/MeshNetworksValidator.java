// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.mesh;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.NameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.mesh.network.Network;
import io.rutter.model.mesh.network.NetworkEndpointsSource;
import io.rutter.model.mesh.network.NetworkGateway;
import io.rutter.model.mesh.network.NetworkGatewayAddress;

/** Checks {@link MeshNetworks}. Istio document: MeshNetworks. */
public final class MeshNetworksValidator {
  private MeshNetworksValidator() {}

  /** Checks the spec that starts here. */
  public static void validate(MeshNetworks networks, Findings at) {
    networks
        .networks()
        .forEach((name, network) -> validate(network, at.at("networks").entry(name)));
  }

  private static void validate(Network network, Findings at) {
    for (int i = 0; i < network.endpoints().size(); i++) {
      Findings here = at.at("endpoints").at(i);
      NetworkEndpointsSource source = network.endpoints().get(i).source().orElse(null);
      if (source instanceof NetworkEndpointsSource.Cidr cidr) {
        NameRules.checkSubnet(cidr.value(), here.at("fromCidr"));
      } else if (source instanceof NetworkEndpointsSource.Registry registry
          && !NameRules.isLabel(registry.value())) {
        here.at("fromRegistry")
            .invalid("registry: \"" + registry.value() + "\" (expected: the name of a cluster)");
      }
    }
    for (int i = 0; i < network.gateways().size(); i++) {
      validate(network.gateways().get(i), at.at("gateways").at(i));
    }
  }

  private static void validate(NetworkGateway gateway, Findings at) {
    NetworkGatewayAddress address = gateway.gateway().orElse(null);
    if (address instanceof NetworkGatewayAddress.Service service
        && !NameRules.isFqdn(service.value())) {
      at.at("registryServiceName")
          .invalid("service: \"" + service.value() + "\" (expected: the host name of a service)");
    } else if (address instanceof NetworkGatewayAddress.Address named
        && !NameRules.isIp(named.value())
        && !NameRules.isFqdn(named.value())) {
      at.at("address")
          .invalid("address: \"" + named.value() + "\" (expected: an IP address or a host name)");
    }
    if (gateway.port().isEmpty()) {
      at.at("port").missing("the port of the gateway (expected: 1 to 65535)");
    }
    ValueRules.checkPort(gateway.port(), at.at("port"));
  }
}
