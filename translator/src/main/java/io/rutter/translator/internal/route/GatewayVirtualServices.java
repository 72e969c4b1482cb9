// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.HostMatching;
import io.rutter.translator.internal.resolve.MergedServer;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds the VirtualServices for a server of a gateway. A Gateway may have thousands of both, of
 * which few belong together, so those of each Gateway are indexed by host once for a proxy.
 */
final class GatewayVirtualServices {
  private final ProxyScope scope;
  private final Map<String, Indexed> byGateway = new HashMap<>();

  GatewayVirtualServices(ProxyScope scope) {
    this.scope = scope;
  }

  /** So few are looked through. */
  private static final int FEW = 4;

  private record Indexed(ImmutableList<VirtualService> all, Optional<HostIndex> byHost) {}

  /** Those with a host that overlaps one of the server, in order of precedence. */
  ImmutableList<VirtualService> of(MergedServer server) {
    Indexed indexed = byGateway.computeIfAbsent(server.gatewayName(), this::index);
    if (indexed.byHost().isEmpty()) {
      return indexed.all().stream()
          .filter(virtualService -> overlap(server, virtualService))
          .collect(toImmutableList());
    }
    TreeSet<Integer> positions = new TreeSet<>();
    for (String host : server.server().hosts()) {
      indexed.byHost().get().find(withoutNamespace(host), positions);
    }
    return positions.stream().map(indexed.all()::get).collect(toImmutableList());
  }

  private static boolean overlap(MergedServer server, VirtualService virtualService) {
    for (String served : server.server().hosts()) {
      for (String host : virtualService.hosts()) {
        if (HostMatching.overlap(withoutNamespace(served), host)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String withoutNamespace(String host) {
    return host.substring(host.indexOf('/') + 1);
  }

  private Indexed index(String gateway) {
    ImmutableList<VirtualService> all =
        scope.mesh().virtualServices().forGateway(scope.proxy().namespace(), gateway);
    if (all.size() <= FEW) {
      return new Indexed(all, Optional.empty());
    }
    HostIndex byHost = new HostIndex();
    for (int i = 0; i < all.size(); i++) {
      for (String host : all.get(i).hosts()) {
        byHost.add(host, i);
      }
    }
    return new Indexed(all, Optional.of(byHost));
  }
}
