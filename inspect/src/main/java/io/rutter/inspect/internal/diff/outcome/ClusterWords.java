// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import com.google.common.base.Splitter;
import java.util.List;

/** Names of clusters for people. */
final class ClusterWords {
  private static final Splitter PARTS = Splitter.on('|');

  private ClusterWords() {}

  /** {@code reviews.shop.svc.cluster.local:9080 (v2)} for {@code outbound|9080|v2|reviews...}. */
  static String of(String cluster) {
    List<String> parts = PARTS.splitToList(cluster);
    if (parts.size() == 4 && parts.get(0).equals("outbound")) {
      String subset = parts.get(2).isEmpty() ? "" : " (" + parts.get(2) + ")";
      return parts.get(3) + ":" + parts.get(1) + subset;
    }
    if (parts.size() == 4 && parts.get(0).equals("inbound")) {
      return "the workload's port " + parts.get(1);
    }
    return switch (cluster) {
      case "PassthroughCluster" -> "the address that was called";
      case "InboundPassthroughCluster" -> "the port that was called";
      case "BlackHoleCluster" -> "nowhere (BlackHoleCluster)";
      default -> cluster;
    };
  }
}
