// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster.ClusterWeight;
import io.rutter.model.virtualservice.Headers;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.translator.internal.proto.Wrappers;

/**
 * Several {@link HttpRouteDestination}s to {@code WeightedCluster}; callers leave out destinations
 * without weight. Istio document: Virtual Service, {@code HTTPRouteDestination}.
 */
final class WeightedClustersTranslator {
  private WeightedClustersTranslator() {}

  static WeightedCluster translate(
      ImmutableList<HttpRouteDestination> destinations, RouteContext context) {
    WeightedCluster.Builder out = WeightedCluster.newBuilder();
    for (HttpRouteDestination destination : destinations) {
      out.addClusters(cluster(destination, context));
    }
    return out.build();
  }

  private static ClusterWeight cluster(HttpRouteDestination destination, RouteContext context) {
    ClusterWeight.Builder out =
        ClusterWeight.newBuilder()
            .setName(DestinationClusters.of(destination.destination(), context))
            .setWeight(Wrappers.uint32(destination.weight().orElse(0)));
    destination.headers().ifPresent(headers -> headers(headers, out));
    return out.build();
  }

  private static void headers(Headers declared, ClusterWeight.Builder out) {
    HeaderMutations headers = HeaderMutations.of(declared);
    out.addAllRequestHeadersToAdd(headers.requestAdd())
        .addAllRequestHeadersToRemove(headers.requestRemove())
        .addAllResponseHeadersToAdd(headers.responseAdd())
        .addAllResponseHeadersToRemove(headers.responseRemove());
    headers.authority().ifPresent(out::setHostRewriteLiteral);
  }
}
