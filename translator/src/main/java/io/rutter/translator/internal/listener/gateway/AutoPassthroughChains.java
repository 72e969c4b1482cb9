// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.filter.FilterOrigins;
import io.rutter.translator.internal.filter.NetworkFilterChain;
import io.rutter.translator.internal.filter.TcpProxyTranslator;
import io.rutter.translator.internal.listener.chain.ApplicationProtocols;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.naming.StatNamePatterns;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import io.rutter.translator.internal.resolve.host.HostMatching;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A server of a Gateway that routes TLS by server names that encode clusters (AUTO_PASSTHROUGH) → a
 * filter chain for each port of each service of the mesh that its hosts cover, and for each subset
 * of it. Only mutual TLS of the mesh is accepted, so that no cluster can be reached without it.
 * Istio document: Gateway, {@code TLSmode}.
 */
final class AutoPassthroughChains {
  private AutoPassthroughChains() {}

  /** The chains of a server. */
  static ImmutableList<GatewayChain> of(ProxyScope scope, MergedServer server) {
    ImmutableList.Builder<GatewayChain> chains = ImmutableList.builder();
    for (Service service : scope.sidecar().services()) {
      if (service.meshExternal() || !covers(server, service.hostname())) {
        continue;
      }
      Optional<DestinationRule> rule = scope.destinationRule(service).map(merged -> merged.rule());
      for (ServicePort port : service.ports()) {
        if (port.protocol() == Protocol.UDP) {
          continue;
        }
        chains.add(chain(scope, server, service, port, "", rule));
        for (Subset subset : rule.map(DestinationRule::subsets).orElseGet(ImmutableList::of)) {
          chains.add(chain(scope, server, service, port, subset.name(), rule));
        }
      }
    }
    return chains.build();
  }

  private static boolean covers(MergedServer server, String hostname) {
    return server.serverNames().stream().anyMatch(host -> HostMatching.isSubset(hostname, host));
  }

  private static GatewayChain chain(
      ProxyScope scope,
      MergedServer server,
      Service service,
      ServicePort port,
      String subset,
      Optional<DestinationRule> rule) {
    String cluster = ClusterNames.sni(port.number(), subset, service.hostname());
    String statPrefix =
        scope
            .settings()
            .outboundClusterStatName()
            .map(pattern -> expand(pattern, service, port, subset))
            .orElse(cluster);
    return new GatewayChain(
        GatewayHttpChains.origin(server),
        ImmutableList.of(cluster),
        ApplicationProtocols.MESH,
        Optional.empty(),
        FilterOrigins.toService(
            scope,
            service,
            port.number(),
            NetworkFilterChain.of(
                port.protocol(),
                // A tunnel would have to be inside the mutual TLS, which is not terminated here.
                TcpProxyTranslator.toSubset(scope, statPrefix, cluster, subset, rule).toBuilder()
                    .clearTunnelingConfig()
                    .build())),
        Optional.empty());
  }

  private static String expand(String pattern, Service service, ServicePort port, String subset) {
    return StatNamePatterns.expand(
        pattern,
        service,
        service.hostname(),
        subset,
        port.number(),
        port.name(),
        OptionalInt.of(0));
  }
}
