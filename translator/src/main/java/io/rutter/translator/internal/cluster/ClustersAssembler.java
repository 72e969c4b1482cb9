// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.translator.internal.endpoint.OutboundTargets;
import io.rutter.translator.internal.resolve.ProxyScope;

/** All clusters of a proxy. */
public final class ClustersAssembler {
  private ClustersAssembler() {}

  /** Outbound clusters, static ones and, for sidecars, inbound ones; the first of a name wins. */
  public static ImmutableList<Cluster> assemble(ProxyScope scope) {
    ImmutableList.Builder<Cluster> clusters = ImmutableList.builder();
    OutboundTargets.of(scope)
        .forEach(target -> OutboundClusterAssembler.assemble(target).ifPresent(clusters::add));
    clusters.addAll(StaticClustersAssembler.assemble(scope));
    if (!scope.isGateway()) {
      InboundTargets.of(scope)
          .forEach(target -> clusters.add(InboundClusterAssembler.assemble(scope, target)));
    }
    return clusters.build();
  }
}
