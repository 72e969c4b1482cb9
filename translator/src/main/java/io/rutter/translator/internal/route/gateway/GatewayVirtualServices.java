// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import io.rutter.translator.internal.resolve.host.OverlappingHosts;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the VirtualServices for a server of a gateway. A Gateway may have thousands of servers and
 * VirtualServices, few of which belong together, so the VirtualServices of each Gateway are indexed
 * by host once per proxy.
 */
public final class GatewayVirtualServices {
  /** Up to this number, no index is built. */
  private static final int FEW = 4;

  private final ProxyScope scope;

  /** Indexes of the Gateways with many VirtualServices. */
  private final Map<String, Indexed> byGateway = new HashMap<>();

  public GatewayVirtualServices(ProxyScope scope) {
    this.scope = scope;
  }

  private record Indexed(ImmutableList<VirtualService> all, OverlappingHosts byHost) {}

  /**
   * Candidates for the server, in order of precedence: all VirtualServices with a host of the
   * server. They are not filtered by namespace, nor by host where no index was built.
   */
  ImmutableList<VirtualService> of(MergedServer server) {
    Indexed known = byGateway.get(server.gatewayName());
    if (known == null) {
      ImmutableList<VirtualService> all =
          scope
              .mesh()
              .virtualServices()
              .forGateway(scope.proxy().namespace(), server.gatewayName());
      if (all.size() <= FEW) {
        return all;
      }
      known = new Indexed(all, index(all));
      byGateway.put(server.gatewayName(), known);
    }
    BitSet positions = new BitSet(known.all().size());
    for (String host : server.server().hosts()) {
      known.byHost().find(host.substring(host.indexOf('/') + 1), positions);
    }
    return positions.stream().mapToObj(known.all()::get).collect(toImmutableList());
  }

  private static OverlappingHosts index(ImmutableList<VirtualService> all) {
    OverlappingHosts byHost = new OverlappingHosts();
    for (int i = 0; i < all.size(); i++) {
      for (String host : all.get(i).hosts()) {
        byHost.add(host, i);
      }
    }
    return byHost;
  }
}
