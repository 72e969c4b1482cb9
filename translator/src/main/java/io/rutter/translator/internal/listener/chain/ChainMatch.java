// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.chain;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.rutter.translator.internal.proto.CidrRanges;
import java.util.List;

/**
 * Which connections a filter chain takes; all parts must hold, and a part that is empty does.
 *
 * @param serverNames the names in TLS hellos; a star holds for any
 * @param ranges the addresses that were dialled, as CIDR blocks; the unspecified one does not count
 * @param applicationProtocols what the first bytes are
 * @param transportProtocol whether the connection is TLS
 */
public record ChainMatch(
    ImmutableList<String> serverNames,
    ImmutableList<String> ranges,
    ImmutableList<String> applicationProtocols,
    String transportProtocol) {
  /** Takes everything. */
  public static final ChainMatch ALL =
      new ChainMatch(ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), "");

  /** Takes HTTP in clear text. */
  public static final ChainMatch PLAINTEXT_HTTP =
      new ChainMatch(
          ImmutableList.of(),
          ImmutableList.of(),
          ApplicationProtocols.PLAINTEXT_HTTP,
          "raw_buffer");

  /** Takes connections by address and server name. */
  public static ChainMatch of(List<String> ranges, List<String> serverNames) {
    return new ChainMatch(
        ImmutableList.copyOf(serverNames), ImmutableList.copyOf(ranges), ImmutableList.of(), "");
  }

  /** Takes connections by address. */
  public static ChainMatch ofRanges(List<String> ranges) {
    return of(ranges, ImmutableList.of());
  }

  /** Whether it takes everything. */
  public boolean isAll() {
    return effectiveServerNames().isEmpty()
        && ranges.isEmpty()
        && applicationProtocols.isEmpty()
        && transportProtocol.isEmpty();
  }

  /** The names to match, sorted; none where any will do. */
  public ImmutableList<String> effectiveServerNames() {
    if (serverNames.isEmpty() || serverNames.contains("*")) {
      return ImmutableList.of();
    }
    return ImmutableList.sortedCopyOf(serverNames);
  }

  /** The blocks to match, in the order of their text. */
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

  /** The same for other names. */
  public ChainMatch withServerNames(List<String> names) {
    return new ChainMatch(
        ImmutableList.copyOf(names), ranges, applicationProtocols, transportProtocol);
  }

  /**
   * What it takes, part by part: Envoy refuses a listener in which two chains have one in common.
   *
   * @param serverName one of its names, or empty for any
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
   * Connections that one chain takes.
   *
   * @param serverName the name in TLS hellos, or empty for those that no other chain names
   * @param range the block dialled, or the default for those that no other chain has
   * @param applicationProtocol what the first bytes are, or empty
   * @param transportProtocol whether the connection is TLS, or empty
   */
  public record Part(
      String serverName, CidrRange range, String applicationProtocol, String transportProtocol) {}
}
