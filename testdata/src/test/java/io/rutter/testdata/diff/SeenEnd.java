// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.diff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.ClusterShare;
import io.rutter.translator.XdsResources;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a client sees of the end of a call, without what depends on its own path and host; worked
 * out from the simulator's result only.
 *
 * @param status what Envoy answers itself: "closed", a status; empty: it forwards the call
 * @param clusters the clusters with their shares and settings
 * @param more all else
 */
record SeenEnd(
    String status, ImmutableSortedMap<String, Object> clusters, ImmutableList<Object> more) {

  static SeenEnd of(XdsResources proxy, CallResult result) {
    if (result.denial().isPresent()) {
      return new SeenEnd(
          "denied " + result.errorStatus(), ImmutableSortedMap.of(), ImmutableList.of());
    }
    if (result.error().isPresent()) {
      return new SeenEnd("" + result.errorStatus(), ImmutableSortedMap.of(), asked(result));
    }
    Map<String, Object> clusters = new TreeMap<>();
    Map<String, Double> shares = new TreeMap<>();
    for (ClusterShare share : result.clusters()) {
      shares.merge(share.cluster(), share.share(), Double::sum);
    }
    shares.forEach(
        (name, share) -> clusters.put(name, ImmutableList.of(share, settings(proxy, name))));
    String answer =
        result
            .redirect()
            .map(redirect -> "redirect " + redirect.status())
            .or(() -> result.directResponse().map(String::valueOf))
            .orElse("");
    return new SeenEnd(
        answer,
        ImmutableSortedMap.copyOf(clusters),
        ImmutableList.of(
            asked(result),
            result.fault(),
            result.mirrors(),
            result.requestHeaders(),
            result.responseHeaders(),
            result.routeMessage().map(SeenEnd::effect)));
  }

  private static ImmutableList<Object> asked(CallResult result) {
    return ImmutableList.copyOf(
        result.externalChecks().stream().map(check -> check.cluster()).toList());
  }

  private static Route effect(Route route) {
    Route.Builder effect =
        route.toBuilder()
            .clearMatch()
            .clearName()
            .clearMetadata()
            .clearDecorator()
            .clearStatPrefix();
    if (effect.hasRoute()) {
      effect.getRouteBuilder().clearCluster().clearWeightedClusters();
    }
    return effect.build();
  }

  private static Object settings(XdsResources proxy, String name) {
    Optional<Cluster> cluster =
        proxy.clusters().stream().filter(one -> one.getName().equals(name)).findFirst();
    return cluster
        .map(
            one ->
                ImmutableList.<Object>of(
                    hasEndpoints(proxy, one),
                    one.toBuilder()
                        .clearName()
                        .clearAltStatName()
                        .clearMetadata()
                        .clearLoadAssignment()
                        .build()))
        .orElse(ImmutableList.of());
  }

  private static boolean hasEndpoints(XdsResources proxy, Cluster cluster) {
    if (cluster.getType() == Cluster.DiscoveryType.ORIGINAL_DST || cluster.hasClusterType()) {
      return true;
    }
    Stream<ClusterLoadAssignment> assignments =
        cluster.getType() == Cluster.DiscoveryType.EDS
            ? proxy.endpoints().stream()
                .filter(one -> one.getClusterName().equals(cluster.getName()))
            : Stream.of(cluster.getLoadAssignment());
    return assignments
        .flatMap(one -> one.getEndpointsList().stream())
        .flatMap(one -> one.getLbEndpointsList().stream())
        .anyMatch(one -> one.getHealthStatus() != HealthStatus.UNHEALTHY);
  }
}
