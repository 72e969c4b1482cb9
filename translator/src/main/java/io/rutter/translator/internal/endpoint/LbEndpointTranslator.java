// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.rutter.model.registry.Endpoint;
import io.rutter.translator.internal.proto.Addresses;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.registry.EastWestGateway;

/**
 * {@link Endpoint} → {@link LbEndpoint}. A weight of 0 counts as 1; additional addresses are only
 * for dual-stack meshes; the health status is unset if the registry does not know it.
 */
final class LbEndpointTranslator {
  private LbEndpointTranslator() {}

  /**
   * The endpoint as a member of a target's cluster.
   *
   * @param metadata the metadata of the cluster's members
   */
  static LbEndpoint translate(ClusterTarget target, Endpoint endpoint, EndpointMetadata metadata) {
    return LbEndpoint.newBuilder()
        .setEndpoint(endpoint(target, endpoint))
        .setHealthStatus(health(endpoint))
        .setLoadBalancingWeight(Wrappers.uint32(Math.max(1, endpoint.weight().orElse(1))))
        .setMetadata(metadata.of(target, endpoint))
        .build();
  }

  /** A gateway to another network, in place of the endpoints behind it. */
  static LbEndpoint translate(EastWestGateway gateway, long weight) {
    return LbEndpoint.newBuilder()
        .setEndpoint(
            io.envoyproxy.envoy.config.endpoint.v3.Endpoint.newBuilder()
                .setAddress(Addresses.tcp(gateway.address(), gateway.port())))
        .setLoadBalancingWeight(Wrappers.uint32(weight))
        .setMetadata(EndpointMetadata.ofGateway(gateway.cluster()))
        .build();
  }

  /** Whether an endpoint has the label of Istio's mutual TLS. */
  static boolean takesMutualTls(LbEndpoint endpoint) {
    return endpoint
        .getMetadata()
        .getFilterMetadataOrDefault(
            EndpointMetadata.TRANSPORT_SOCKET_MATCH, Struct.getDefaultInstance())
        .getFieldsOrDefault(EndpointMetadata.TLS_MODE, Value.getDefaultInstance())
        .getStringValue()
        .equals(MutualTlsLabel.ISTIO);
  }

  private static io.envoyproxy.envoy.config.endpoint.v3.Endpoint endpoint(
      ClusterTarget target, Endpoint endpoint) {
    io.envoyproxy.envoy.config.endpoint.v3.Endpoint.Builder builder =
        io.envoyproxy.envoy.config.endpoint.v3.Endpoint.newBuilder()
            .setAddress(Addresses.tcp(EndpointFilter.address(endpoint), endpoint.port()));
    if (target.scope().mesh().options().dualStack()) {
      endpoint.addresses().stream()
          .skip(1)
          .map(address -> Addresses.tcp(address, endpoint.port()))
          .forEach(address -> builder.addAdditionalAddressesBuilder().setAddress(address));
    }
    return builder.build();
  }

  private static HealthStatus health(Endpoint endpoint) {
    if (EndpointFilter.isDraining(endpoint)) {
      return HealthStatus.DRAINING;
    }
    return switch (endpoint.health()) {
      case UNKNOWN -> HealthStatus.UNKNOWN;
      case HEALTHY -> HealthStatus.HEALTHY;
      case UNHEALTHY, TERMINATING -> HealthStatus.UNHEALTHY;
      case DRAINING -> HealthStatus.DRAINING;
    };
  }
}
