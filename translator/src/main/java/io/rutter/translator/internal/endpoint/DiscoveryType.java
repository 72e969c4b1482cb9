// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.destinationrule.SimpleLoadBalancer;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.registry.Service;
import java.util.Optional;

/** How a cluster finds its endpoints. Envoy document: Service discovery. */
public enum DiscoveryType {
  /** Endpoints are sent as separate load assignments. */
  EDS,
  /** The address that the connection had before it was redirected. */
  ORIGINAL_DST,
  /** All answers of DNS for the names in the cluster. */
  STRICT_DNS,
  /** The first answer of DNS for the one name in the cluster. */
  LOGICAL_DNS,
  /** DNS for the name that each request asks for. */
  DYNAMIC_DNS;

  /** Istio annotation of a service whose connections race over all addresses that DNS returns. */
  private static final String CONNECT_STRATEGY = "istio.io/connect-strategy";

  private static final String RACE_FIRST_TCP_CONNECT = "RACE_FIRST_TCP_CONNECT";

  /**
   * The type of a service before policies apply. Gateways have no original destination, so they get
   * endpoints for every service without names to resolve.
   */
  static DiscoveryType of(Service service, boolean gateway) {
    return switch (service.resolution()) {
      case CLIENT_SIDE_LB, ALIAS -> EDS;
      case PASSTHROUGH -> gateway ? EDS : ORIGINAL_DST;
      case DNS -> racesConnections(service) ? LOGICAL_DNS : STRICT_DNS;
      case DNS_ROUND_ROBIN -> LOGICAL_DNS;
      case DYNAMIC_DNS -> service.hostname().startsWith("*") ? DYNAMIC_DNS : EDS;
    };
  }

  /** The type under a policy: {@code PASSTHROUGH} goes to the original destination. */
  DiscoveryType under(Optional<TrafficPolicy> policy) {
    return this != DYNAMIC_DNS && passesThrough(policy) ? ORIGINAL_DST : this;
  }

  /** Whether a policy's load balancer is {@code PASSTHROUGH}. */
  public static boolean passesThrough(Optional<TrafficPolicy> policy) {
    return policy
        .flatMap(TrafficPolicy::loadBalancer)
        .flatMap(LoadBalancer::policy)
        .filter(new LoadBalancerPolicy.Simple(SimpleLoadBalancer.PASSTHROUGH)::equals)
        .isPresent();
  }

  /** Whether the cluster holds names that Envoy resolves. */
  public boolean isDns() {
    return this == STRICT_DNS || this == LOGICAL_DNS;
  }

  /** Whether connections to a service race over all addresses that DNS returns. */
  public static boolean racesConnections(Service service) {
    return RACE_FIRST_TCP_CONNECT.equals(service.metadata().annotations().get(CONNECT_STRATEGY));
  }
}
