// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import java.util.List;
import java.util.Set;

/** Which server names are claimed by passthrough routes on the ports of one gateway. */
final class ServerNameClaims {
  private final Set<Claim> claims = Sets.newHashSet();

  private record Claim(int port, String bind, String serverName) {}

  /**
   * Claims names for a server's port and address.
   *
   * @return the names that were claimed before; if there are any, nothing is claimed now
   */
  ImmutableList<String> claim(MergedServer server, List<String> serverNames) {
    ImmutableList<Claim> wanted =
        serverNames.stream()
            .map(name -> new Claim(server.port(), server.bind(), name))
            .collect(toImmutableList());
    ImmutableList<String> taken =
        wanted.stream().filter(claims::contains).map(Claim::serverName).collect(toImmutableList());
    if (taken.isEmpty()) {
      claims.addAll(wanted);
    }
    return taken;
  }
}
