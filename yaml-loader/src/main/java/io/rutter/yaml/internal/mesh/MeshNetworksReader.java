// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.mesh.network.Network;
import io.rutter.model.mesh.network.NetworkEndpoints;
import io.rutter.model.mesh.network.NetworkEndpointsSource;
import io.rutter.model.mesh.network.NetworkGateway;
import io.rutter.model.mesh.network.NetworkGatewayAddress;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link MeshNetworks}. */
public final class MeshNetworksReader {
  private MeshNetworksReader() {}

  public static MeshNetworks meshNetworks(ObjectNode in) {
    return MeshNetworks.builder()
        .networks(in.objectMap("networks", MeshNetworksReader::network))
        .build();
  }

  private static Network network(ObjectNode in) {
    return Network.builder()
        .endpoints(in.objects("endpoints", MeshNetworksReader::networkEndpoints))
        .gateways(in.objects("gateways", MeshNetworksReader::networkGateway))
        .build();
  }

  private static NetworkEndpoints networkEndpoints(ObjectNode in) {
    NetworkEndpoints.Builder endpoints = NetworkEndpoints.builder();
    networkEndpointsSource(in).ifPresent(endpoints::source);
    return endpoints.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<NetworkEndpointsSource> networkEndpointsSource(ObjectNode in) {
    return in.oneOf("fromCidr", "fromRegistry")
        .flatMap(
            field ->
                switch (field) {
                  case "fromCidr" ->
                      in.stringValue("fromCidr").map(NetworkEndpointsSource.Cidr::new);
                  default ->
                      in.stringValue("fromRegistry").map(NetworkEndpointsSource.Registry::new);
                });
  }

  /** Istio: {@code Network.IstioNetworkGateway}. */
  private static NetworkGateway networkGateway(ObjectNode in) {
    NetworkGateway.Builder gateway = NetworkGateway.builder();
    networkGatewayAddress(in).ifPresent(gateway::gateway);
    in.port("port").ifPresent(gateway::port);
    in.string("locality").ifPresent(gateway::locality);
    return gateway.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<NetworkGatewayAddress> networkGatewayAddress(ObjectNode in) {
    return in.oneOf("registryServiceName", "address")
        .flatMap(
            field ->
                switch (field) {
                  case "registryServiceName" ->
                      in.stringValue("registryServiceName").map(NetworkGatewayAddress.Service::new);
                  default -> in.stringValue("address").map(NetworkGatewayAddress.Address::new);
                });
  }
}
