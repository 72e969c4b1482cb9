// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;

/**
 * All Gateways of one proxy.
 *
 * @param groups the servers of each listener, in order of their first servers
 * @param serversByRoute servers by the name of the route configuration they share
 * @param hasAutoPassthrough whether a server routes TLS by cluster names, so that these clusters
 *     are needed; as in Istio, it counts even if another server gets its port
 */
public record MergedGateways(
    ImmutableList<ServerGroup> groups,
    ImmutableListMultimap<String, MergedServer> serversByRoute,
    boolean hasAutoPassthrough) {
  /** The result for a proxy that no Gateway selects. */
  public static final MergedGateways NONE =
      new MergedGateways(ImmutableList.of(), ImmutableListMultimap.of(), false);
}
