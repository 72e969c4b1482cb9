// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilter;
import io.envoyproxy.envoy.config.listener.v3.ListenerFilterChainMatchPredicate;
import io.envoyproxy.envoy.type.v3.Int32Range;
import io.rutter.translator.internal.listener.chain.ApplicationProtocols;
import io.rutter.translator.internal.listener.chain.ListenerFilters;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The listener filters that an inbound listener needs to select a chain, and the ports on which
 * they must be disabled: clients of a server-first protocol would wait for ever. Envoy document:
 * {@code ListenerFilter.filter_disabled}.
 */
public final class InboundInspectors {
  private InboundInspectors() {}

  /** The inspectors that the matches of these chains need. */
  public static ImmutableList<ListenerFilter> of(List<FilterChain> chains) {
    ImmutableList.Builder<ListenerFilter> filters = ImmutableList.builder();
    ImmutableSortedSet<Integer> ports = ports(chains, match -> true);
    ImmutableSortedSet<Integer> tls =
        ports(chains, match -> match.getTransportProtocol().equals("tls"));
    if (!tls.isEmpty()) {
      filters.add(tlsInspector(ports, tls));
    }
    ImmutableSortedSet<Integer> http = ports(chains, InboundInspectors::needsHttpInspector);
    if (!http.isEmpty()) {
      filters.add(disabledOn(ListenerFilters.HTTP_INSPECTOR, without(ports, http)));
    }
    return filters.build();
  }

  /**
   * The TLS inspector; if undeclared ports need it, it is disabled on listed ports, else enabled on
   * listed ports only.
   */
  private static ListenerFilter tlsInspector(
      ImmutableSortedSet<Integer> ports, ImmutableSortedSet<Integer> tls) {
    if (tls.contains(0)) {
      return disabledOn(ListenerFilters.TLS_INSPECTOR, without(ports, tls));
    }
    return ListenerFilters.TLS_INSPECTOR.toBuilder()
        .setFilterDisabled(ListenerFilterChainMatchPredicate.newBuilder().setNotMatch(anyOf(tls)))
        .build();
  }

  private static ListenerFilter disabledOn(ListenerFilter filter, Collection<Integer> ports) {
    return ports.isEmpty() ? filter : filter.toBuilder().setFilterDisabled(anyOf(ports)).build();
  }

  private static boolean needsHttpInspector(FilterChainMatch match) {
    return match.getApplicationProtocolsList().stream()
        .anyMatch(ApplicationProtocols.PLAINTEXT_HTTP::contains);
  }

  private static ImmutableSortedSet<Integer> ports(
      List<FilterChain> chains, Predicate<FilterChainMatch> condition) {
    return chains.stream()
        .map(FilterChain::getFilterChainMatch)
        .filter(condition)
        .map(match -> match.getDestinationPort().getValue())
        .collect(toImmutableSortedSet(Integer::compareTo));
  }

  private static ImmutableList<Integer> without(
      ImmutableSortedSet<Integer> ports, ImmutableSortedSet<Integer> others) {
    return ports.stream().filter(port -> !others.contains(port)).collect(toImmutableList());
  }

  private static ListenerFilterChainMatchPredicate anyOf(Collection<Integer> ports) {
    ListenerFilterChainMatchPredicate.Builder any = ListenerFilterChainMatchPredicate.newBuilder();
    if (ports.size() == 1) {
      return any.setDestinationPortRange(only(ports.iterator().next())).build();
    }
    ports.forEach(
        port -> any.getOrMatchBuilder().addRulesBuilder().setDestinationPortRange(only(port)));
    return any.build();
  }

  /** A range of one port; its end is exclusive. */
  private static Int32Range only(int port) {
    return Int32Range.newBuilder().setStart(port).setEnd(port + 1).build();
  }
}
