// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.PortTrafficPolicy;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.EndpointTlsMode;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.security.MutualTlsMode;
import java.util.Optional;

/**
 * The label of an endpoint that accepts Istio's mutual TLS, by which automatic mutual TLS selects
 * the transport socket. It is left out where the DestinationRule asks for another TLS mode, and
 * where the workload's PeerAuthentication disables mutual TLS. Unlike for clusters, port settings
 * without TLS inherit the TLS of the rule. Istio document: PeerAuthentication.
 */
final class MutualTlsLabel {
  /** The label of an endpoint that accepts mutual TLS. */
  static final String ISTIO = "istio";

  private static final Optional<String> DECLARED = Optional.of(ISTIO);

  private MutualTlsLabel() {}

  /** The label of an endpoint of a target, if it has one. */
  static Optional<String> of(ClusterTarget target, Endpoint endpoint) {
    Optional<String> declared = declared(endpoint);
    return declared.isPresent() && isAllowed(target, endpoint) ? declared : Optional.empty();
  }

  /** The value that the workload declares, which Envoy gets unchanged. */
  private static Optional<String> declared(Endpoint endpoint) {
    return switch (endpoint.tlsMode()) {
      case DISABLED -> Optional.empty();
      case ISTIO -> DECLARED;
      case OTHER ->
          Optional.ofNullable(endpoint.labels().get(EndpointTlsMode.LABEL))
              .filter(mode -> !mode.isEmpty());
    };
  }

  private static boolean isAllowed(ClusterTarget target, Endpoint endpoint) {
    Optional<ClientTlsMode> ofRule = ruleMode(target);
    return ofRule.isPresent()
        ? ofRule.get() == ClientTlsMode.ISTIO_MUTUAL
        : endpoint.tlsMode() == EndpointTlsMode.ISTIO
            && target.scope().mesh().peerAuthentications().modeOf(endpoint)
                != MutualTlsMode.DISABLE;
  }

  private static Optional<ClientTlsMode> ruleMode(ClusterTarget target) {
    Optional<ClientTlsMode> ofSubset =
        modeForPort(target.subset().flatMap(Subset::trafficPolicy), target.port());
    return ofSubset.isPresent()
        ? ofSubset
        : modeForPort(
            target.destinationRule().flatMap(DestinationRule::trafficPolicy), target.port());
  }

  private static Optional<ClientTlsMode> modeForPort(
      Optional<TrafficPolicy> policy, ServicePort port) {
    if (policy.isEmpty()) {
      return Optional.empty();
    }
    for (PortTrafficPolicy settings : policy.get().portLevelSettings()) {
      if (settings.port().orElse(0) == port.number() && settings.tls().isPresent()) {
        return settings.tls().map(ClientTls::mode);
      }
    }
    return policy.get().tls().map(ClientTls::mode);
  }
}
