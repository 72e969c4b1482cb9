// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import java.util.Optional;

/**
 * One port of a service, as a whole or a subset of it, that a proxy can send traffic to: what an
 * outbound cluster and its endpoints are made from.
 *
 * @param scope what the proxy sees
 * @param service the service
 * @param port its port
 * @param rule the DestinationRule that applies for the proxy
 * @param subset the subset, absent for the service as a whole
 * @param purpose who sends traffic there
 * @param policy the policy for the port and the subset, without the mesh's defaults
 * @param discovery how the endpoints are found
 * @param clusterName name of the cluster
 */
public record ClusterTarget(
    ProxyScope scope,
    Service service,
    ServicePort port,
    Optional<MergedDestinationRule> rule,
    Optional<Subset> subset,
    Purpose purpose,
    Optional<TrafficPolicy> policy,
    DiscoveryType discovery,
    String clusterName) {

  /** A target with the cluster name that follows from the other components. */
  static ClusterTarget of(
      ProxyScope scope,
      Service service,
      ServicePort port,
      Optional<MergedDestinationRule> rule,
      Optional<Subset> subset,
      Purpose purpose,
      Optional<TrafficPolicy> policy,
      DiscoveryType discovery) {
    String subsetName = subset.map(Subset::name).orElse("");
    return new ClusterTarget(
        scope,
        service,
        port,
        rule,
        subset,
        purpose,
        policy,
        discovery,
        switch (purpose) {
          case ROUTING -> ClusterNames.outbound(port.number(), subsetName, service.hostname());
          case SNI_FORWARDING -> ClusterNames.sni(port.number(), subsetName, service.hostname());
        });
  }

  /** Who sends traffic to a cluster. */
  public enum Purpose {
    /** Clients whose requests are routed. */
    ROUTING,
    /** A gateway that forwards TLS by its server name, without reading it (AUTO_PASSTHROUGH). */
    SNI_FORWARDING
  }

  /** The server name that mutual TLS uses for the target. */
  public String sni() {
    return ClusterNames.sni(port.number(), subsetName(), service.hostname());
  }

  /** Name of the subset, empty for the service as a whole. */
  public String subsetName() {
    return subset.map(Subset::name).orElse("");
  }

  /** The DestinationRule itself. */
  public Optional<DestinationRule> destinationRule() {
    return rule.map(MergedDestinationRule::rule);
  }
}
