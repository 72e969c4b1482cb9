// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.rutter.translator.internal.resolve.gateway.GatewayHosts;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import io.rutter.translator.internal.resolve.host.OverlappingHosts;
import io.rutter.translator.internal.resolve.rule.VirtualServiceIndex;
import java.util.Map;
import java.util.Optional;

/**
 * A server of a gateway and the hosts that it has routes for.
 *
 * @param server the server
 * @param hosts its hosts, by each namespace that the gateway's proxy may be in
 */
public record RoutedServer(MergedServer server, ImmutableMap<String, Routed> hosts) {
  /**
   * Hosts with routes.
   *
   * @param hosts the hosts in lower case, as Envoy compares them, in order of precedence
   * @param index the same, to find those that overlap others
   */
  private record Routed(ImmutableSet<String> hosts, OverlappingHosts index) {}

  public static RoutedServer of(
      VirtualServiceIndex virtualServices, MergedServer server, ImmutableSet<String> namespaces) {
    return new RoutedServer(
        server,
        namespaces.stream()
            .collect(toImmutableMap(n -> n, n -> routed(virtualServices, server, n))));
  }

  private static Routed routed(
      VirtualServiceIndex virtualServices, MergedServer server, String namespace) {
    ImmutableSet<String> hosts =
        virtualServices.forGateway(namespace, server.gatewayName()).stream()
            .filter(virtualService -> !virtualService.http().isEmpty())
            .flatMap(rules -> GatewayHosts.intersection(server.declared(), rules).stream())
            .map(host -> Ascii.toLowerCase(host))
            .collect(toImmutableSet());
    OverlappingHosts index = new OverlappingHosts();
    hosts.forEach(host -> index.add(host, 0));
    return new Routed(hosts, index);
  }

  /** Whether it has routes in whatever namespace the proxy is; if not, it may never be called. */
  public boolean isCalled() {
    return hosts.values().stream().noneMatch(routed -> routed.hosts().isEmpty());
  }

  /** One of the hosts. */
  public String firstHost() {
    return hosts.values().iterator().next().hosts().iterator().next();
  }

  /**
   * A host that the other has routes for and this one lacks, in whatever namespace the proxy is.
   */
  public Optional<String> lost(RoutedServer other) {
    ImmutableSet<String> lost = ImmutableSet.of();
    for (Map.Entry<String, Routed> entry : hosts.entrySet()) {
      OverlappingHosts own = entry.getValue().index();
      ImmutableSet<String> here =
          requireNonNull(other.hosts.get(entry.getKey())).hosts().stream()
              .filter(host -> !own.overlaps(host))
              .collect(toImmutableSet());
      lost = lost.isEmpty() ? here : Sets.intersection(lost, here).immutableCopy();
      if (lost.isEmpty()) {
        return Optional.empty();
      }
    }
    return lost.stream().findFirst();
  }
}
