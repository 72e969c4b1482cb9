// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.naming;

import com.google.common.base.Splitter;
import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Optional;

/**
 * The parts of the name of an outbound cluster.
 *
 * @param port the port of the service
 * @param subset the subset; empty for the service as a whole
 * @param host the host of the service
 */
public record OutboundClusterName(int port, String subset, String host) {
  private static final Splitter ROUTING = Splitter.on('|');
  private static final Splitter SNI = Splitter.on("_.").limit(4);

  /**
   * Parses names made by {@link ClusterNames#outbound} and {@link ClusterNames#sni}; empty for
   * others.
   */
  public static Optional<OutboundClusterName> parse(String cluster) {
    List<String> parts =
        cluster.startsWith("outbound_.") ? SNI.splitToList(cluster) : ROUTING.splitToList(cluster);
    if (parts.size() != 4 || !parts.get(0).startsWith("outbound")) {
      return Optional.empty();
    }
    return Optional.ofNullable(Ints.tryParse(parts.get(1)))
        .map(port -> new OutboundClusterName(port, parts.get(2), parts.get(3)));
  }
}
