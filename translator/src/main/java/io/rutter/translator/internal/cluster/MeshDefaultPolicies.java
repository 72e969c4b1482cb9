// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.translator.internal.endpoint.ClusterTarget;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.Optional;

/**
 * Merges a policy with the mesh's {@code defaultTrafficPolicy}, block by block. Istio document:
 * Global Mesh Options, {@code MeshConfig.DefaultTrafficPolicy}.
 */
final class MeshDefaultPolicies {
  private MeshDefaultPolicies() {}

  /** The policy of a target. Port settings within a subset replace all defaults. */
  static Optional<TrafficPolicy> apply(ClusterTarget target) {
    boolean ofSubsetPort =
        target.subset().flatMap(Subset::trafficPolicy).stream()
            .flatMap(policy -> policy.portLevelSettings().stream())
            .anyMatch(settings -> settings.port().orElse(0) == target.port().number());
    return ofSubsetPort ? target.policy() : apply(target.scope().settings(), target.policy());
  }

  /** The policy, with the mesh's default for each block that it lacks. */
  static Optional<TrafficPolicy> apply(MeshSettings settings, Optional<TrafficPolicy> policy) {
    if (settings.defaultConnectionPool().isEmpty()
        && settings.defaultOutlierDetection().isEmpty()) {
      return policy;
    }
    TrafficPolicy declared = policy.orElseGet(() -> TrafficPolicy.builder().build());
    TrafficPolicy.Builder builder = declared.toBuilder();
    declared
        .connectionPool()
        .or(settings::defaultConnectionPool)
        .ifPresent(builder::connectionPool);
    declared
        .outlierDetection()
        .or(settings::defaultOutlierDetection)
        .ifPresent(builder::outlierDetection);
    return Optional.of(builder.build());
  }
}
