// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.TransportSocket;
import java.util.List;
import java.util.stream.Collectors;

/** A line for each cluster: discovery, load balancing, TLS. */
public final class ClusterTable {
  private ClusterTable() {}

  /** The table. */
  public static String print(List<Cluster> clusters) {
    TextTable table = TextTable.withHeader("CLUSTER", "TYPE", "LB", "TRANSPORT");
    for (Cluster cluster : clusters) {
      table.add(cluster.getName(), type(cluster), cluster.getLbPolicy().name(), transport(cluster));
    }
    return table.print();
  }

  private static String type(Cluster cluster) {
    return cluster.hasClusterType() ? cluster.getClusterType().getName() : cluster.getType().name();
  }

  private static String transport(Cluster cluster) {
    if (cluster.getTransportSocketMatchesCount() > 0) {
      return cluster.getTransportSocketMatchesList().stream()
          .map(match -> shortName(match.getTransportSocket()))
          .distinct()
          .collect(Collectors.joining(" or "));
    }
    return cluster.hasTransportSocket() ? shortName(cluster.getTransportSocket()) : "plaintext";
  }

  private static String shortName(TransportSocket socket) {
    String last = socket.getName().substring(socket.getName().lastIndexOf('.') + 1);
    return last.equals("raw_buffer") ? "plaintext" : last;
  }
}
