// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.connection;

import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import java.util.List;

/** How an explanation names chains and ranges. */
public final class FilterChainNames {
  private FilterChainNames() {}

  public static String of(FilterChain chain) {
    return chain.getName().isEmpty() ? "(unnamed)" : chain.getName();
  }

  static List<String> ranges(List<CidrRange> ranges) {
    return ranges.stream()
        .map(range -> range.getAddressPrefix() + "/" + range.getPrefixLen().getValue())
        .toList();
  }
}
