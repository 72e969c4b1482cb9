// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.endpoint;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.translator.internal.resolve.ProxyScope;

/** The load assignments of all clusters that ask for theirs. */
public final class LoadAssignmentsAssembler {
  private LoadAssignmentsAssembler() {}

  /** One assignment per EDS cluster. */
  public static ImmutableList<ClusterLoadAssignment> assemble(ProxyScope scope) {
    return OutboundTargets.of(scope).stream()
        .filter(target -> target.discovery() == DiscoveryType.EDS)
        .map(LoadAssignmentAssembler::assemble)
        .collect(toImmutableList());
  }
}
