// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.translator.internal.endpoint.OutboundTarget;
import io.rutter.translator.internal.endpoint.UnchangedTargets;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.Optional;

/**
 * Clusters and load assignments of an earlier translation, by the name of the cluster.
 *
 * @param origin what they were made from; absent where that is not known and none counts
 */
record KnownResources(
    Optional<Origin> origin,
    ImmutableMap<String, Cluster> clusters,
    ImmutableMap<String, ClusterLoadAssignment> loadAssignments) {
  /** For a first translation. */
  static final KnownResources NONE =
      new KnownResources(Optional.empty(), ImmutableMap.of(), ImmutableMap.of());

  static KnownResources of(XdsResources previous) {
    return previous.origin().isEmpty()
        ? NONE
        : new KnownResources(
            previous.origin(),
            previous.clusters().stream()
                .collect(toImmutableMap(Cluster::getName, cluster -> cluster, (a, b) -> a)),
            previous.endpoints().stream()
                .collect(
                    toImmutableMap(
                        ClusterLoadAssignment::getClusterName,
                        assignment -> assignment,
                        (a, b) -> a)));
  }

  UnchangedTargets unchanged(ProxyScope scope) {
    return origin
        .map(made -> UnchangedTargets.since(made.scope(), made.targets(), scope))
        .orElse(UnchangedTargets.NONE);
  }

  Optional<Cluster> cluster(OutboundTarget target, UnchangedTargets unchanged) {
    return unchanged.contains(target)
        ? Optional.ofNullable(clusters.get(target.clusterName()))
        : Optional.empty();
  }

  Optional<ClusterLoadAssignment> loadAssignment(
      OutboundTarget target, UnchangedTargets unchanged) {
    return unchanged.contains(target)
        ? Optional.ofNullable(loadAssignments.get(target.clusterName()))
        : Optional.empty();
  }
}
