// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;

/**
 * All Gateways of one proxy.
 *
 * @param groups one per listener, by port and bind address, in order of their first servers
 * @param serversByRoute servers by the name of the route configuration they share
 * @param hasAutoPassthrough whether a server routes TLS by names of clusters, which then have to be
 *     there; it counts even where its port goes to another server, as in Istio
 */
public record MergedGateways(
    ImmutableList<ServerGroup> groups,
    ImmutableListMultimap<String, MergedServer> serversByRoute,
    boolean hasAutoPassthrough) {
  /** Of a proxy that no Gateway selects. */
  public static final MergedGateways NONE =
      new MergedGateways(ImmutableList.of(), ImmutableListMultimap.of(), false);
}
