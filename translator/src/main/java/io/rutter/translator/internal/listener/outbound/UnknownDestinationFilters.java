// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.rutter.model.virtualservice.Destination;
import io.rutter.translator.internal.filter.NetworkFilters;
import io.rutter.translator.internal.filter.TcpProxyTranslator;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.resolve.OutboundPolicyPlace;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.OutboundPolicy;

/**
 * How outbound connections to addresses of no service are handled: they go to their original
 * destination, to the egress proxy, or are closed. Host names are resolved for HTTP only. Istio
 * document: Accessing External Services.
 */
final class UnknownDestinationFilters {
  private UnknownDestinationFilters() {}

  static ImmutableList<Filter> of(ProxyScope scope) {
    String cluster = cluster(scope.sidecar().outboundPolicy());
    return ImmutableList.of(
        NetworkFilters.of(TcpProxyTranslator.toCluster(scope, cluster, cluster)));
  }

  /** Tells that a chain with these filters follows the policy for unknown destinations. */
  static void addOrigin(ProxyScope scope, FilterChain chain) {
    if (scope.origins().areKept()) {
      scope.origins().add(chain, OutboundPolicyPlace.of(scope));
    }
  }

  private static String cluster(OutboundPolicy policy) {
    return switch (policy.mode()) {
      case REGISTRY_ONLY -> ClusterNames.BLACK_HOLE;
      case ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS ->
          policy
              .egressProxy()
              .map(UnknownDestinationFilters::cluster)
              .orElse(ClusterNames.PASSTHROUGH);
    };
  }

  private static String cluster(Destination egressProxy) {
    return ClusterNames.outbound(
        egressProxy.port().orElse(0), egressProxy.subset().orElse(""), egressProxy.host());
  }
}
