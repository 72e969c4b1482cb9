// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.config;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.inspect.Call;
import io.rutter.inspect.HeaderChange;
import java.util.List;

/**
 * A cluster and its weight among others.
 *
 * @param cluster its name
 * @param weight its weight
 * @param hostRewrite the host rewrite of this choice; empty for that of the route
 * @param requestHeaders header changes of this choice
 * @param responseHeaders header changes of this choice
 * @param place its position among all choices
 */
public record Weighted(
    String cluster,
    long weight,
    String hostRewrite,
    ImmutableList<HeaderChange> requestHeaders,
    ImmutableList<HeaderChange> responseHeaders,
    int place) {

  public static Weighted all(String cluster) {
    return of(cluster, 1, 0);
  }

  private static Weighted of(String cluster, long weight, int place) {
    return new Weighted(cluster, weight, "", ImmutableList.of(), ImmutableList.of(), place);
  }

  public static ImmutableList<Weighted> ofTcp(TcpProxy proxy, Call call) {
    if (!proxy.hasWeightedClusters()) {
      return ImmutableList.of(all(proxy.getCluster()));
    }
    List<TcpProxy.WeightedCluster.ClusterWeight> clusters =
        proxy.getWeightedClusters().getClustersList();
    ImmutableList.Builder<Weighted> all = ImmutableList.builder();
    for (int i = 0; i < clusters.size(); i++) {
      all.add(
          of(clusters.get(i).getName(), Integer.toUnsignedLong(clusters.get(i).getWeight()), i));
    }
    return chosen(all.build(), call);
  }

  /** All clusters, or the one that the call's random value selects. */
  public static ImmutableList<Weighted> chosen(List<Weighted> all, Call call) {
    long total = all.stream().mapToLong(Weighted::weight).sum();
    if (call.randomValue().isEmpty() || total == 0) {
      return ImmutableList.copyOf(all);
    }
    long value = Long.remainderUnsigned(call.randomValue().getAsLong(), total);
    long end = 0;
    for (Weighted candidate : all) {
      end += candidate.weight();
      if (value < end) {
        return ImmutableList.of(candidate);
      }
    }
    return ImmutableList.of();
  }
}
