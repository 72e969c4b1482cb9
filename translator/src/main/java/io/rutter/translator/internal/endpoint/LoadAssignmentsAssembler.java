// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import java.util.Optional;
import java.util.function.Function;

/** The load assignments of all clusters that ask for theirs. */
public final class LoadAssignmentsAssembler {
  private LoadAssignmentsAssembler() {}

  /**
   * One assignment per EDS cluster.
   *
   * @param known the assignment of a target if it was made before
   */
  public static ImmutableList<ClusterLoadAssignment> assemble(
      ImmutableList<OutboundTarget> targets,
      Function<OutboundTarget, Optional<ClusterLoadAssignment>> known) {
    return targets.stream()
        .filter(target -> target.discovery() == DiscoveryType.EDS)
        .map(
            target -> known.apply(target).orElseGet(() -> LoadAssignmentAssembler.assemble(target)))
        .collect(toImmutableList());
  }
}
