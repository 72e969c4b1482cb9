// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;

/**
 * All Gateways of one proxy.
 *
 * @param groups one per listener, by port and bind address, in order of their first servers
 * @param serversByRoute servers by the name of the route configuration they share
 */
public record MergedGateways(
    ImmutableList<ServerGroup> groups, ImmutableListMultimap<String, MergedServer> serversByRoute) {
  /** Of a proxy that no Gateway selects. */
  public static final MergedGateways NONE =
      new MergedGateways(ImmutableList.of(), ImmutableListMultimap.of());

  /** Whether a server routes TLS by names of clusters, which then have to be there. */
  public boolean hasAutoPassthrough() {
    return groups.stream()
        .flatMap(group -> group.servers().stream())
        .anyMatch(MergedServer::isAutoPassthrough);
  }
}
