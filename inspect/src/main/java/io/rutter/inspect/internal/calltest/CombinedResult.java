// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.ClusterShare;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.internal.simulator.http.HeaderChanges;
import java.util.Map;
import java.util.TreeMap;

/** A result with all outcomes combined, by fractions. */
final class CombinedResult {
  private CombinedResult() {}

  /** The clusters with their percentages of all calls. */
  static ImmutableSortedMap<String, Double> clusters(CallResult result) {
    Map<String, Double> shares = new TreeMap<>();
    addClusters(result, 100, shares);
    return ImmutableSortedMap.copyOf(shares);
  }

  /** The clusters that receive copies, with their percentages. */
  static ImmutableSortedMap<String, Double> mirrors(CallResult result) {
    Map<String, Double> shares = new TreeMap<>();
    result
        .mirrors()
        .forEach(mirror -> shares.merge(mirror.cluster(), mirror.share() * 100, Double::sum));
    return ImmutableSortedMap.copyOf(shares);
  }

  /** The response headers after changes of the configuration. */
  static ImmutableListMultimap<String, String> answered(
      CallResult result, ImmutableListMultimap<String, String> headers) {
    return HeaderChanges.apply(
        ImmutableList.<HeaderChange>builder()
            .addAll(ofOnlyCluster(result))
            .addAll(result.responseHeaders())
            .build(),
        headers);
  }

  private static ImmutableList<HeaderChange> ofOnlyCluster(CallResult result) {
    return result.clusters().size() == 1
        ? result.clusters().get(0).responseHeaders()
        : ImmutableList.of();
  }

  private static void addClusters(CallResult result, double all, Map<String, Double> shares) {
    for (ClusterShare cluster : result.clusters()) {
      shares.merge(cluster.cluster(), all * result.share() * cluster.share(), Double::sum);
    }
    result.otherwise().ifPresent(rest -> addClusters(rest, all * (1 - result.share()), shares));
  }
}
