// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayServer;

/**
 * A Gateway with everything that does not depend on the proxy.
 *
 * @param gateway the Gateway, with hosts in the canonical form of {@link GatewayHosts}
 * @param servers its servers
 */
public record IndexedGateway(Gateway gateway, ImmutableList<DeclaredServer> servers) {
  /** Makes the hosts of a Gateway canonical. */
  public static IndexedGateway of(Gateway gateway) {
    Gateway canonical = withCanonicalHosts(gateway);
    return new IndexedGateway(canonical, DeclaredServer.of(canonical));
  }

  ObjectMeta metadata() {
    return gateway.metadata();
  }

  private static Gateway withCanonicalHosts(Gateway gateway) {
    ImmutableList.Builder<GatewayServer> servers =
        ImmutableList.builderWithExpectedSize(gateway.servers().size());
    boolean changed = false;
    for (GatewayServer server : gateway.servers()) {
      ImmutableList<String> hosts =
          GatewayHosts.canonical(server.hosts(), gateway.metadata().namespace());
      boolean same = hosts.equals(server.hosts());
      changed |= !same;
      servers.add(same ? server : server.toBuilder().hosts(hosts).build());
    }
    return changed ? gateway.toBuilder().servers(servers.build()).build() : gateway;
  }
}
