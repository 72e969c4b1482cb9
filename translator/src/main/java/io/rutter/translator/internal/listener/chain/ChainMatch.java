// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.chain;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.listener.v3.FilterChainMatch;
import io.rutter.translator.internal.proto.CidrRanges;
import java.util.List;

/**
 * Which connections a filter chain matches; all conditions must hold, and an empty one always does.
 *
 * @param serverNames the server names of the TLS ClientHello; {@code *} matches any
 * @param ranges the destination addresses as CIDR blocks; the unspecified address is ignored
 * @param applicationProtocols the application protocols, offered or detected
 * @param transportProtocol whether the connection is TLS
 */
public record ChainMatch(
    ImmutableList<String> serverNames,
    ImmutableList<String> ranges,
    ImmutableList<String> applicationProtocols,
    String transportProtocol) {
  /** Matches all connections. */
  public static final ChainMatch ALL =
      new ChainMatch(ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), "");

  /** Matches plain-text HTTP. */
  public static final ChainMatch PLAINTEXT_HTTP =
      new ChainMatch(
          ImmutableList.of(),
          ImmutableList.of(),
          ApplicationProtocols.PLAINTEXT_HTTP,
          "raw_buffer");

  /** Matches connections by address and server name. */
  public static ChainMatch of(List<String> ranges, List<String> serverNames) {
    return new ChainMatch(
        ImmutableList.copyOf(serverNames), ImmutableList.copyOf(ranges), ImmutableList.of(), "");
  }

  /** Matches connections by address. */
  public static ChainMatch ofRanges(List<String> ranges) {
    return of(ranges, ImmutableList.of());
  }

  /** Whether it matches all connections. */
  public boolean isAll() {
    return effectiveServerNames().isEmpty()
        && ranges.isEmpty()
        && applicationProtocols.isEmpty()
        && transportProtocol.isEmpty();
  }

  /** The same for Envoy. */
  public FilterChainMatch toFilterChainMatch() {
    return FilterChainMatch.newBuilder()
        .addAllServerNames(effectiveServerNames())
        .addAllPrefixRanges(effectiveRanges())
        .addAllApplicationProtocols(applicationProtocols)
        .setTransportProtocol(transportProtocol)
        .build();
  }

  /** The server names to match, sorted; empty for any. */
  public ImmutableList<String> effectiveServerNames() {
    if (serverNames.isEmpty() || serverNames.contains("*")) {
      return ImmutableList.of();
    }
    return ImmutableList.sortedCopyOf(serverNames);
  }

  /** The CIDR blocks to match, in lexical order. */
  ImmutableList<CidrRange> effectiveRanges() {
    if (ranges.isEmpty()) {
      return ImmutableList.of();
    }
    return ranges.stream()
        .sorted()
        .flatMap(range -> CidrRanges.parse(range).stream())
        .filter(range -> !range.getAddressPrefix().equals("0.0.0.0"))
        .collect(toImmutableList());
  }

  /** A copy with other server names. */
  public ChainMatch withServerNames(List<String> names) {
    return new ChainMatch(
        ImmutableList.copyOf(names), ranges, applicationProtocols, transportProtocol);
  }

  /**
   * The match expanded into single combinations: Envoy rejects a listener in which two chains have
   * one in common.
   *
   * @param serverName one of its server names, or empty for any
   */
  public ImmutableSet<Part> parts(String serverName) {
    ImmutableList<CidrRange> blocks = effectiveRanges();
    ImmutableList<String> protocols =
        applicationProtocols.isEmpty() ? ImmutableList.of("") : applicationProtocols;
    ImmutableSet.Builder<Part> parts = ImmutableSet.builder();
    for (String protocol : protocols) {
      if (blocks.isEmpty()) {
        parts.add(
            new Part(serverName, CidrRange.getDefaultInstance(), protocol, transportProtocol));
      }
      for (CidrRange range : blocks) {
        parts.add(new Part(serverName, CidrRanges.masked(range), protocol, transportProtocol));
      }
    }
    return parts.build();
  }

  /**
   * One combination of conditions, which only one chain may have.
   *
   * @param serverName the server name, or empty for names of no other chain
   * @param range the destination block, or the default for addresses of no other chain
   * @param applicationProtocol the application protocol, or empty
   * @param transportProtocol whether the connection is TLS, or empty
   */
  public record Part(
      String serverName, CidrRange range, String applicationProtocol, String transportProtocol) {}
}
