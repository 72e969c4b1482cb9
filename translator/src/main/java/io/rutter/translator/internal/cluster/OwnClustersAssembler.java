// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * The clusters of a proxy that stand for no service of the mesh, and the inbound clusters of its
 * own ports.
 */
public final class OwnClustersAssembler {
  private OwnClustersAssembler() {}

  /** The clusters; inbound clusters only for a sidecar. */
  public static ImmutableList<Cluster> assemble(ProxyScope scope) {
    ImmutableList.Builder<Cluster> clusters = ImmutableList.builder();
    clusters.addAll(StaticClustersAssembler.assemble(scope));
    if (!scope.isGateway()) {
      InboundTargets.of(scope)
          .forEach(target -> clusters.add(InboundClusterAssembler.assemble(scope, target)));
    }
    return clusters.build();
  }
}
