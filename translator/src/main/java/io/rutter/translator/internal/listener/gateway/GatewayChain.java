// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.rutter.translator.internal.origin.ConfigPart;
import java.util.Optional;

/**
 * A filter chain of a gateway's listener.
 *
 * @param origin the part of the configuration that it is made from
 * @param serverNames the server names that it matches; empty or with {@code *}: any
 * @param applicationProtocols the ALPN protocols that it matches; empty: any
 * @param tls how TLS is terminated; absent if it is not
 * @param filters the network filters
 * @param routeName the route configuration that its filters ask for
 */
public record GatewayChain(
    ConfigPart origin,
    ImmutableList<String> serverNames,
    ImmutableList<String> applicationProtocols,
    Optional<DownstreamTlsContext> tls,
    ImmutableList<Filter> filters,
    Optional<String> routeName) {

  /** A chain without routes that does not terminate TLS. */
  public static GatewayChain opaque(
      ConfigPart origin, ImmutableList<String> serverNames, ImmutableList<Filter> filters) {
    return new GatewayChain(
        origin, serverNames, ImmutableList.of(), Optional.empty(), filters, Optional.empty());
  }

  /** The server names to match: sorted, without repeats; empty for any name. */
  ImmutableSortedSet<String> matchedServerNames() {
    return serverNames.contains("*")
        ? ImmutableSortedSet.of()
        : ImmutableSortedSet.copyOf(serverNames);
  }

  /** Whether selecting or serving the chain requires inspecting the TLS ClientHello. */
  boolean needsTlsInspector() {
    return !serverNames.isEmpty() || tls.isPresent();
  }

  GatewayChain withServerNames(ImmutableList<String> names) {
    return new GatewayChain(origin, names, applicationProtocols, tls, filters, routeName);
  }
}
