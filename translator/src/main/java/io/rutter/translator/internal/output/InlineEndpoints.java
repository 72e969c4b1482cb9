// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DiscoveryType;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import java.util.Map;

/** An EDS cluster → a static cluster that contains its endpoints. */
public final class InlineEndpoints {
  private InlineEndpoints() {}

  /**
   * The cluster with its endpoints; a cluster of another type is unchanged.
   *
   * @param assignments the load assignments by name; a missing one counts as empty
   */
  public static Cluster inline(Cluster cluster, Map<String, ClusterLoadAssignment> assignments) {
    if (cluster.getType() != DiscoveryType.EDS) {
      return cluster;
    }
    String asked = cluster.getEdsClusterConfig().getServiceName();
    String name = asked.isEmpty() ? cluster.getName() : asked;
    ClusterLoadAssignment none = ClusterLoadAssignment.newBuilder().setClusterName(name).build();
    return cluster.toBuilder()
        .clearEdsClusterConfig()
        .setType(DiscoveryType.STATIC)
        .setLoadAssignment(assignments.getOrDefault(name, none))
        .build();
  }
}
