// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.destinationrule.SimpleLoadBalancer;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.EndpointTlsMode;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.security.MutualTlsMode;
import java.util.Optional;

/**
 * Infers from PeerAuthentications whether clients should use mutual TLS for a service without a
 * DestinationRule for it. Policies for workloads and ports are ignored here; they are applied per
 * endpoint. Istio document: Security, Auto mutual TLS.
 */
public final class ServiceMutualTls {
  private static final LoadBalancerPolicy PASSTHROUGH =
      new LoadBalancerPolicy.Simple(SimpleLoadBalancer.PASSTHROUGH);

  private ServiceMutualTls() {}

  /**
   * The mode of a service's port; empty for services outside of the mesh.
   *
   * @param policy the policy of the rule for the service; with load balancing PASSTHROUGH, as for
   *     other services with original destinations, one endpoint without a sidecar turns TLS off
   */
  public static Optional<MutualTlsMode> inferred(
      MeshIndex mesh, Optional<TrafficPolicy> policy, Service service, ServicePort port) {
    if (service.meshExternal()) {
      return Optional.empty();
    }
    if (isPassthrough(policy, service)) {
      ImmutableList<Endpoint> endpoints = mesh.endpoints().endpointsByPortNumber(service, port);
      if (endpoints.isEmpty()
          || endpoints.stream()
              .anyMatch(endpoint -> endpoint.tlsMode() == EndpointTlsMode.DISABLED)) {
        return Optional.of(MutualTlsMode.DISABLE);
      }
    }
    return Optional.of(mesh.peerAuthentications().forNamespace(service.namespace()));
  }

  private static boolean isPassthrough(Optional<TrafficPolicy> policy, Service service) {
    return service.resolution() == ServiceResolution.PASSTHROUGH
        || policy
            .flatMap(TrafficPolicy::loadBalancer)
            .flatMap(LoadBalancer::policy)
            .filter(PASSTHROUGH::equals)
            .isPresent();
  }
}
