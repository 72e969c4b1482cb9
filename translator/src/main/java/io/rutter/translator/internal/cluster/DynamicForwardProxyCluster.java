// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster.CustomClusterType;
import io.envoyproxy.envoy.extensions.clusters.dynamic_forward_proxy.v3.ClusterConfig;
import io.envoyproxy.envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig;
import io.rutter.translator.internal.proto.Anys;

/**
 * A cluster that resolves the requested host → {@link ClusterConfig}. If its HTTP options do not
 * make Envoy verify that host in TLS, Envoy accepts the cluster only with {@code
 * allow_insecure_cluster_options}, even without TLS. Envoy document: Dynamic forward proxy.
 */
final class DynamicForwardProxyCluster {
  private static final String NAME = "envoy.clusters.dynamic_forward_proxy";

  private DynamicForwardProxyCluster() {}

  /** A cluster type with that cache. */
  static CustomClusterType of(DnsCacheConfig cache, boolean insecure) {
    return CustomClusterType.newBuilder()
        .setName(NAME)
        .setTypedConfig(
            Anys.pack(
                ClusterConfig.newBuilder()
                    .setDnsCacheConfig(cache)
                    .setAllowInsecureClusterOptions(insecure)
                    .build()))
        .build();
  }
}
