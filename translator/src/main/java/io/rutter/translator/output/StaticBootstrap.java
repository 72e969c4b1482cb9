// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.translator.XdsResources;
import io.rutter.translator.internal.output.BootstrapNode;
import io.rutter.translator.internal.output.InlineEndpoints;
import io.rutter.translator.internal.output.InlineRoutes;
import io.rutter.translator.internal.output.InlineSecrets;
import io.rutter.translator.internal.output.StaticRuntime;

/**
 * Turns a proxy's resources into a configuration that {@code envoy -c} runs without a control
 * plane:
 *
 * <ul>
 *   <li>listeners contain their route configurations (instead of RDS), clusters their load
 *       assignments (instead of EDS; the cluster becomes {@code STATIC});
 *   <li>secrets are static (instead of SDS), with the same name. They contain a placeholder that no
 *       client trusts: put your own in {@code static_resources.secrets};
 *   <li>there is no admin port, and the node has Istio's form.
 * </ul>
 */
public final class StaticBootstrap {
  private StaticBootstrap() {}

  /** The bootstrap of one proxy. */
  public static Bootstrap of(XdsResources resources) {
    ImmutableMap<String, ClusterLoadAssignment> endpoints =
        resources.endpoints().stream()
            .collect(toImmutableMap(ClusterLoadAssignment::getClusterName, e -> e, (a, b) -> a));
    ImmutableMap<String, RouteConfiguration> routes =
        resources.routes().stream()
            .collect(toImmutableMap(RouteConfiguration::getName, r -> r, (a, b) -> a));
    InlineSecrets secrets = new InlineSecrets();

    Bootstrap.Builder bootstrap = Bootstrap.newBuilder();
    bootstrap.setNode(BootstrapNode.of(resources.proxy()));
    bootstrap.setLayeredRuntime(StaticRuntime.layers());
    bootstrap
        .getStaticResourcesBuilder()
        .addAllListeners(
            resources.listeners().stream()
                .map(listener -> secrets.inline(InlineRoutes.inline(listener, routes)))
                .collect(toImmutableList()))
        .addAllClusters(
            resources.clusters().stream()
                .map(cluster -> secrets.inline(InlineEndpoints.inline(cluster, endpoints)))
                .collect(toImmutableList()))
        .addAllSecrets(secrets.secrets());
    return bootstrap.build();
  }
}
