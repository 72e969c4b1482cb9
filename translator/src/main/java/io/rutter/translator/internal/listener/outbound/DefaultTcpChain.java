// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.filter.FilterOrigins;
import io.rutter.translator.internal.filter.NetworkFilterChain;
import io.rutter.translator.internal.filter.TcpProxyTranslator;
import io.rutter.translator.internal.listener.chain.ChainMatch;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.naming.StatNamePatterns;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The chain to the service itself, where no VirtualService has a rule. The port is the service's
 * only one, else the listener's. Istio document: Sidecar, {@code IstioEgressListener.port}.
 */
final class DefaultTcpChain {
  private DefaultTcpChain() {}

  static OutboundChain of(ProxyScope scope, ListenedService target, ChainMatch match) {
    Service service = target.service();
    int port =
        service.ports().size() == 1 ? service.ports().get(0).number() : target.port().number();
    String cluster = ClusterNames.outbound(port, "", service.hostname());
    String statPrefix =
        scope
            .settings()
            .outboundClusterStatName()
            .map(
                pattern ->
                    StatNamePatterns.expand(
                        pattern, service, service.hostname(), "", port, "", OptionalInt.of(0)))
            .orElse(cluster);
    Optional<DestinationRule> rule = scope.destinationRule(service).map(merged -> merged.rule());
    ImmutableList<Filter> filters =
        NetworkFilterChain.of(
            scope,
            service,
            target.port(),
            TcpProxyTranslator.toSubset(scope, statPrefix, cluster, "", rule));
    return OutboundChain.network(match, FilterOrigins.toService(scope, service, port, filters))
        .from(scope, target);
  }
}
