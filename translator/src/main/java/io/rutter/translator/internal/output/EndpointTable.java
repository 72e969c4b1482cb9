// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import io.envoyproxy.envoy.config.core.v3.Locality;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line for each endpoint; a cluster without endpoints has a line of its own. */
public final class EndpointTable {
  private EndpointTable() {}

  /** The table. */
  public static String print(List<ClusterLoadAssignment> assignments) {
    TextTable table =
        TextTable.withHeader("ENDPOINTS OF", "ADDRESS", "HEALTH", "WEIGHT", "PRIORITY", "LOCALITY");
    for (ClusterLoadAssignment assignment : assignments) {
      if (assignment.getEndpointsList().stream().allMatch(e -> e.getLbEndpointsCount() == 0)) {
        table.add(assignment.getClusterName(), "", "", "", "", "");
      }
      for (LocalityLbEndpoints group : assignment.getEndpointsList()) {
        for (LbEndpoint endpoint : group.getLbEndpointsList()) {
          table.add(
              assignment.getClusterName(),
              AddressText.text(endpoint.getEndpoint().getAddress()),
              endpoint.getHealthStatus().name(),
              Integer.toUnsignedString(endpoint.getLoadBalancingWeight().getValue()),
              Integer.toUnsignedString(group.getPriority()),
              text(group.getLocality()));
        }
      }
    }
    return table.print();
  }

  private static String text(Locality locality) {
    return Stream.of(locality.getRegion(), locality.getZone(), locality.getSubZone())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/"));
  }
}
