// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import com.google.common.base.Splitter;
import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Optional;

/**
 * What the name of a cluster for outgoing calls says: {@code outbound|9080|v1|reviews.default}.
 *
 * @param host the host of the service
 * @param subset the subset; empty for all endpoints
 * @param port the port of the service
 */
public record ClusterName(String host, String subset, int port) {
  private static final int PARTS = 4;

  /** Reads a name; absent for clusters of another form, such as {@code PassthroughCluster}. */
  public static Optional<ClusterName> parse(String name) {
    List<String> parts = Splitter.on('|').limit(PARTS).splitToList(name);
    if (parts.size() < PARTS || !parts.get(0).equals("outbound")) {
      return Optional.empty();
    }
    return Optional.ofNullable(Ints.tryParse(parts.get(1)))
        .map(port -> new ClusterName(parts.get(3), parts.get(2), port));
  }
}
