// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.chain;

import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;

/** {@link ChainMatch} → {@link FilterChainMatch}. */
public final class FilterChainMatchTranslator {
  private FilterChainMatchTranslator() {}

  public static FilterChainMatch translate(ChainMatch match) {
    return FilterChainMatch.newBuilder()
        .addAllServerNames(match.effectiveServerNames())
        .addAllPrefixRanges(match.effectiveRanges())
        .addAllApplicationProtocols(match.applicationProtocols())
        .setTransportProtocol(match.transportProtocol())
        .build();
  }
}
