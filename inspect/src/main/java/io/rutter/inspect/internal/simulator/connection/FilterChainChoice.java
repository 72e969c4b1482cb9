// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.connection;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.rutter.inspect.RejectedCandidate;
import io.rutter.inspect.internal.simulator.call.Connection;
import io.rutter.inspect.internal.simulator.match.IpRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Finds the filter chain of a connection. Each criterion in turn keeps the chains that match it
 * most specifically, or if none does, chains without the criterion; a chain that an earlier
 * criterion eliminated never comes back (Envoy: {@code FilterChainMatch}).
 */
public final class FilterChainChoice {
  /** A chain does not match. */
  private static final int NO = -1;

  /** A chain does not have the criterion. */
  private static final int UNASKED = 0;

  /** A chain matches the value. */
  private static final int YES = 1;

  private final Connection connection;
  private final List<RejectedCandidate> rejected = new ArrayList<>();
  private List<FilterChain> left;
  private ImmutableList<FilterChain> refused = ImmutableList.of();

  private FilterChainChoice(Listener listener, Connection connection) {
    this.connection = connection;
    this.left = listener.getFilterChainsList();
  }

  /**
   * The remaining and the rejected chains.
   *
   * @param chains the remaining chains, more than one only if their conditions are equal
   * @param rejected the rejected chains
   * @param refused if none remains: the chains that refused the connection by their last condition
   */
  public record Outcome(
      ImmutableList<FilterChain> chains,
      ImmutableList<RejectedCandidate> rejected,
      ImmutableList<FilterChain> refused) {}

  public static Outcome choose(Listener listener, Connection connection) {
    FilterChainChoice choice = new FilterChainChoice(listener, connection);
    choice.sift();
    return new Outcome(
        ImmutableList.copyOf(choice.left), ImmutableList.copyOf(choice.rejected), choice.refused);
  }

  private void sift() {
    keep(
        match ->
            !match.hasDestinationPort()
                ? UNASKED
                : match.getDestinationPort().getValue() == connection.call().port() ? YES : NO,
        match -> "destination_port " + match.getDestinationPort().getValue(),
        String.valueOf(connection.call().port()));
    keep(
        match ->
            match.getPrefixRangesCount() == 0
                ? UNASKED
                : specific(
                    IpRanges.longest(match.getPrefixRangesList(), connection.call().address())),
        match -> "prefix_ranges " + FilterChainNames.ranges(match.getPrefixRangesList()),
        connection.call().address());
    keep(
        match ->
            match.getServerNamesCount() == 0
                ? UNASKED
                : ServerNames.specificity(match.getServerNamesList(), connection.serverName()),
        match -> "server_names " + match.getServerNamesList(),
        "\"" + connection.serverName() + "\"");
    keep(
        match ->
            match.getTransportProtocol().isEmpty()
                ? UNASKED
                : match.getTransportProtocol().equals(connection.transportProtocol()) ? YES : NO,
        match -> "transport_protocol " + match.getTransportProtocol(),
        connection.transportProtocol());
    keep(
        this::applicationProtocol,
        match -> "application_protocols " + match.getApplicationProtocolsList(),
        connection.applicationProtocols().toString());
    siftBySource();
  }

  private void siftBySource() {
    String source = connection.call().sourceAddress();
    keep(
        match ->
            match.getDirectSourcePrefixRangesCount() == 0
                ? UNASKED
                : specific(IpRanges.longest(match.getDirectSourcePrefixRangesList(), source)),
        match ->
            "direct_source_prefix_ranges "
                + FilterChainNames.ranges(match.getDirectSourcePrefixRangesList()),
        source);
    boolean local =
        IpRanges.isLoopback(source) || IpRanges.same(source, connection.call().address());
    keep(
        match ->
            switch (match.getSourceType()) {
              case SAME_IP_OR_LOOPBACK -> local ? YES : NO;
              case EXTERNAL -> local ? NO : YES;
              default -> UNASKED;
            },
        match -> "source_type " + match.getSourceType(),
        source);
    keep(
        match ->
            match.getSourcePrefixRangesCount() == 0
                ? UNASKED
                : specific(IpRanges.longest(match.getSourcePrefixRangesList(), source)),
        match ->
            "source_prefix_ranges " + FilterChainNames.ranges(match.getSourcePrefixRangesList()),
        source);
    int port = connection.call().sourcePort();
    keep(
        match ->
            match.getSourcePortsCount() == 0
                ? UNASKED
                : match.getSourcePortsList().contains(port) ? YES : NO,
        match -> "source_ports " + match.getSourcePortsList(),
        String.valueOf(port));
  }

  /** The first protocol of the client that any chain names decides. */
  private int applicationProtocol(FilterChainMatch match) {
    if (match.getApplicationProtocolsCount() == 0) {
      return UNASKED;
    }
    int offered = connection.applicationProtocols().size();
    for (int i = 0; i < offered; i++) {
      if (match.getApplicationProtocolsList().contains(connection.applicationProtocols().get(i))) {
        return offered - i;
      }
    }
    return NO;
  }

  private static int specific(int prefixLength) {
    return prefixLength < 0 ? NO : prefixLength + 1;
  }

  private void keep(
      ToIntFunction<FilterChainMatch> specificity,
      Function<FilterChainMatch, String> condition,
      String value) {
    int best =
        left.stream()
            .mapToInt(chain -> specificity.applyAsInt(chain.getFilterChainMatch()))
            .max()
            .orElse(NO);
    List<FilterChain> kept = new ArrayList<>();
    for (FilterChain chain : left) {
      int rank = specificity.applyAsInt(chain.getFilterChainMatch());
      if (rank == best && rank != NO) {
        kept.add(chain);
      } else {
        String what =
            rank == UNASKED
                ? "another chain asks for this value: "
                : rank == NO ? "" : "another chain is more specific: ";
        rejected.add(
            new RejectedCandidate(
                FilterChainNames.of(chain),
                (rank == UNASKED
                        ? condition.apply(FilterChainMatch.getDefaultInstance()).split(" ", 2)[0]
                        : condition.apply(chain.getFilterChainMatch()))
                    + ": "
                    + what
                    + value));
      }
    }
    if (kept.isEmpty() && !left.isEmpty()) {
      refused = ImmutableList.copyOf(left);
    }
    left = kept;
  }
}
