// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.model.destinationrule.TrafficPolicy;
import java.util.Optional;

/**
 * One target → {@link ClusterLoadAssignment}: the endpoints by locality with weights and
 * priorities. A target without endpoints gets an assignment without localities.
 */
public final class LoadAssignmentAssembler {
  private LoadAssignmentAssembler() {}

  /**
   * The assignment that EDS sends.
   *
   * @param metadata the metadata of members, shared with other clusters
   */
  public static ClusterLoadAssignment assemble(ClusterTarget target, EndpointMetadata metadata) {
    return assemble(
        target, target.policy().flatMap(TrafficPolicy::outlierDetection).isPresent(), metadata);
  }

  /**
   * The assignment within a cluster.
   *
   * @param outlierDetection whether the cluster has outlier detection, even if only from the mesh's
   *     defaults
   */
  public static ClusterLoadAssignment assemble(ClusterTarget target, boolean outlierDetection) {
    return assemble(target, outlierDetection, new EndpointMetadata());
  }

  private static ClusterLoadAssignment assemble(
      ClusterTarget target, boolean outlierDetection, EndpointMetadata metadata) {
    ImmutableList<LocalityGroup> groups = LocalityGrouping.of(target, metadata);
    Optional<LocalityPolicy> policy = policy(target);
    if (policy.isPresent()) {
      groups = LocalityPriorities.apply(policy.get(), target, groups, outlierDetection);
    }
    ClusterLoadAssignment.Builder assignment =
        ClusterLoadAssignment.newBuilder().setClusterName(target.clusterName());
    for (LocalityGroup group : groups) {
      assignment.addEndpoints(group.toProto());
    }
    ClusterLoadAssignment made = assignment.build();
    TargetOrigins.add(made, target, policy.isPresent());
    return made;
  }

  /** How the target's load is spread over localities. */
  public static Optional<LocalityPolicy> policy(ClusterTarget target) {
    return LocalityPolicy.of(
        target.scope().settings(),
        target.policy().flatMap(TrafficPolicy::loadBalancer),
        target.service());
  }
}
