// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.translator.internal.resolve.HostMatching;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one {@code VirtualHost} of all hosts that have the same routes. Istio document: Gateway.
 * Otherwise a VirtualService with a hundred hosts would repeat its routes a hundred times.
 */
final class GatewayVirtualHostMerger {
  private GatewayVirtualHostMerger() {}

  /** The most specific host gives the name; the others follow as domains. */
  static ImmutableList<VirtualHost> merge(ProxyScope scope, Map<String, GatewayVirtualHost> hosts) {
    List<String> order = new ArrayList<>(hosts.keySet());
    order.sort(HostMatching.MORE_SPECIFIC_FIRST);
    Map<String, List<String>> domains = new LinkedHashMap<>();
    Map<ImmutableList<Integer>, String> first = new HashMap<>();
    for (String host : order) {
      GatewayVirtualHost virtualHost = host(hosts, host);
      String known = first.get(virtualHost.partNumbers());
      if (known != null && host(hosts, known).isHttpsRequired() == virtualHost.isHttpsRequired()) {
        domains.computeIfAbsent(known, k -> new ArrayList<>()).add(host);
      } else {
        first.put(virtualHost.partNumbers(), host);
        domains.computeIfAbsent(host, k -> new ArrayList<>()).add(host);
      }
    }
    ImmutableList.Builder<VirtualHost> out = ImmutableList.builder();
    domains.forEach((host, names) -> out.add(virtualHost(scope, host(hosts, host), names)));
    return out.build();
  }

  private static GatewayVirtualHost host(Map<String, GatewayVirtualHost> hosts, String host) {
    return java.util.Objects.requireNonNull(hosts.get(host));
  }

  private static VirtualHost virtualHost(
      ProxyScope scope, GatewayVirtualHost host, List<String> domains) {
    VirtualHost virtualHost = VirtualHosts.of(scope, host.name(), domains, host.routes());
    return host.isHttpsRequired()
        ? virtualHost.toBuilder().setRequireTls(VirtualHost.TlsRequirementType.ALL).build()
        : virtualHost;
  }
}
