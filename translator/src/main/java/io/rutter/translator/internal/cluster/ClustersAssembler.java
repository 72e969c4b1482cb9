// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.translator.internal.endpoint.OutboundTarget;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.Optional;
import java.util.function.Function;

/** All clusters of a proxy. */
public final class ClustersAssembler {
  private ClustersAssembler() {}

  /**
   * Outbound clusters, static ones and, for sidecars, inbound ones; the first of a name wins.
   *
   * @param targets the outbound targets of the scope
   * @param known the cluster of a target if it was made before
   */
  public static ImmutableList<Cluster> assemble(
      ProxyScope scope,
      ImmutableList<OutboundTarget> targets,
      Function<OutboundTarget, Optional<Cluster>> known) {
    ImmutableList.Builder<Cluster> clusters = ImmutableList.builder();
    targets.forEach(
        target ->
            known
                .apply(target)
                .or(() -> OutboundClusterAssembler.assemble(target))
                .ifPresent(clusters::add));
    clusters.addAll(StaticClustersAssembler.assemble(scope));
    if (!scope.isGateway()) {
      InboundTargets.of(scope)
          .forEach(target -> clusters.add(InboundClusterAssembler.assemble(scope, target)));
    }
    return clusters.build();
  }
}
