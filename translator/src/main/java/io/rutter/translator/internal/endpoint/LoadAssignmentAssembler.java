// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.translator.internal.resolve.TopologyLabels;
import java.util.Optional;

/**
 * One target → {@link ClusterLoadAssignment}: the endpoints by locality with weights and
 * priorities. A target without endpoints has an assignment without localities.
 */
public final class LoadAssignmentAssembler {
  private LoadAssignmentAssembler() {}

  /** The assignment that is sent apart from the cluster. */
  public static ClusterLoadAssignment assemble(OutboundTarget target) {
    return assemble(target, target.policy().flatMap(TrafficPolicy::outlierDetection).isPresent());
  }

  /**
   * The assignment within a cluster.
   *
   * @param outlierDetection whether the cluster has it, be it only from the mesh's defaults
   */
  public static ClusterLoadAssignment assemble(OutboundTarget target, boolean outlierDetection) {
    ImmutableList<LocalityGroup> groups = LocalityGrouping.of(target);
    Optional<LocalityPolicy> policy = policy(target);
    if (policy.isPresent()) {
      groups =
          LocalityPriorities.apply(
              policy.get(),
              target.scope().proxy().locality(),
              labels(target),
              groups,
              outlierDetection);
    }
    ClusterLoadAssignment.Builder assignment =
        ClusterLoadAssignment.newBuilder().setClusterName(target.clusterName());
    groups.forEach(group -> assignment.addEndpoints(group.toProto()));
    return assignment.build();
  }

  /** Priority by labels is for what Envoy asks for apart, and for services as a whole. */
  private static Optional<ImmutableMap<String, String>> labels(OutboundTarget target) {
    return target.discovery() == DiscoveryType.EDS || target.subset().isEmpty()
        ? Optional.of(TopologyLabels.of(target.scope().proxy()))
        : Optional.empty();
  }

  /** How the target's load is spread over localities. */
  public static Optional<LocalityPolicy> policy(OutboundTarget target) {
    return LocalityPolicy.of(
        target.scope().settings(),
        target.policy().flatMap(TrafficPolicy::loadBalancer),
        target.service());
  }
}
