// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.gateway;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.host.HostMatching;
import io.rutter.translator.internal.route.common.VirtualHosts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges all hosts with the same routes into one {@code VirtualHost}. Istio document: Gateway.
 * Otherwise a VirtualService with a hundred hosts would repeat its routes a hundred times.
 */
final class GatewayVirtualHostMerger {
  /** See {@link VirtualHosts#includesAttemptCount(ProxyScope)}. */
  private final boolean attemptCount;

  private final Origins origins;
  private final List<VirtualHost> merged = new ArrayList<>();

  private GatewayVirtualHostMerger(boolean attemptCount, Origins origins) {
    this.attemptCount = attemptCount;
    this.origins = origins;
  }

  /** The virtual hosts by name. */
  static ImmutableList<VirtualHost> merge(ProxyScope scope, Collection<GatewayVirtualHost> hosts) {
    GatewayVirtualHostMerger merger =
        new GatewayVirtualHostMerger(VirtualHosts.includesAttemptCount(scope), scope.origins());
    List<GatewayVirtualHost> twins = new ArrayList<>();
    for (GatewayVirtualHost host : hosts) {
      if (host.mayHaveTwin()) {
        twins.add(host);
      } else {
        merger.add(host, ImmutableList.of(host.host()));
      }
    }
    merger.mergeTwins(twins);
    return ImmutableList.sortedCopyOf(comparing(VirtualHost::getName), merger.merged);
  }

  /** The most specific host gives the name; the others follow as domains. */
  private void mergeTwins(List<GatewayVirtualHost> hosts) {
    hosts.sort(comparing(GatewayVirtualHost::host, HostMatching.MORE_SPECIFIC_FIRST));
    Map<GatewayVirtualHost, List<String>> domains = new LinkedHashMap<>();
    Map<List<GatewayRoutes>, GatewayVirtualHost> first = new HashMap<>();
    for (GatewayVirtualHost host : hosts) {
      GatewayVirtualHost known = first.get(host.parts());
      if (known == null || known.isHttpsRequired() != host.isHttpsRequired()) {
        first.put(host.parts(), host);
        known = host;
      }
      for (Map.Entry<String, Collection<ConfigPart>> part : host.origins().asMap().entrySet()) {
        known.from(part.getKey(), part.getValue());
      }
      domains.computeIfAbsent(known, k -> new ArrayList<>()).add(host.host());
    }
    domains.forEach(this::add);
  }

  private void add(GatewayVirtualHost host, List<String> domains) {
    VirtualHost.Builder built =
        VirtualHosts.builder(attemptCount, host.name(), domains, host.routes());
    if (host.isHttpsRequired()) {
      built.setRequireTls(VirtualHost.TlsRequirementType.ALL);
    }
    VirtualHost made = built.build();
    for (Map.Entry<String, ConfigPart> origin : host.origins().entries()) {
      origins.add(made, origin.getKey(), origin.getValue());
    }
    merged.add(made);
  }
}
