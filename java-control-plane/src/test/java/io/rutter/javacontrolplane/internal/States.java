// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.controlplane.cache.Resources;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.XdsResources;
import java.util.Arrays;
import java.util.function.Function;

/** Small states: a listener with one route to some clusters. */
final class States {
  static final String CDS = Resources.V3.CLUSTER_TYPE_URL;
  static final String EDS = Resources.V3.ENDPOINT_TYPE_URL;
  static final String LDS = Resources.V3.LISTENER_TYPE_URL;
  static final String RDS = Resources.V3.ROUTE_TYPE_URL;
  static final String SDS = Resources.V3.SECRET_TYPE_URL;

  private States() {}

  /** The listener {@code l} with this text, the route {@code r}, and these clusters. */
  static ProxyState of(String text, String... clusters) {
    return changed("", text, clusters);
  }

  /** The same where one of the clusters is another one. */
  static ProxyState changed(String changed, String text, String... clusters) {
    return ProxyState.of(
        XdsResources.builder(Proxy.of("e2e", "edge"))
            .clusters(
                list(
                    clusters,
                    name ->
                        Cluster.newBuilder()
                            .setName(name)
                            .setAltStatName(name.equals(changed) ? "changed" : "")
                            .build()))
            .endpoints(
                list(
                    clusters,
                    name -> ClusterLoadAssignment.newBuilder().setClusterName(name).build()))
            .listeners(
                ImmutableList.of(Listener.newBuilder().setName("l").setStatPrefix(text).build()))
            .routes(
                ImmutableList.of(
                    RouteConfiguration.newBuilder()
                        .setName("r")
                        .addInternalOnlyHeaders(text)
                        .build()))
            .build());
  }

  private static <M> ImmutableList<M> list(String[] names, Function<String, M> make) {
    return Arrays.stream(names).map(make).collect(ImmutableList.toImmutableList());
  }
}
