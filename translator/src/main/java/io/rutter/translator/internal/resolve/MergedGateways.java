// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;

/**
 * All Gateways of one proxy.
 *
 * @param groups one per listener, by port and bind address
 * @param serversByRoute servers by the name of the route configuration they share
 */
public record MergedGateways(
    ImmutableList<ServerGroup> groups, ImmutableListMultimap<String, MergedServer> serversByRoute) {
  /** Of a proxy that no Gateway selects. */
  public static final MergedGateways NONE =
      new MergedGateways(ImmutableList.of(), ImmutableListMultimap.of());
}
