// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.ClusterShare;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.Percentages;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.config.Weighted;
import java.util.List;
import java.util.Optional;

/** The clusters at which a call ends, looked up among the resources. */
public final class Clusters {
  private Clusters() {}

  public static CallResult end(ResourceIndex resources, List<Weighted> choices, Trail trail) {
    long total = choices.stream().mapToLong(Weighted::weight).sum();
    ImmutableList<ClusterShare> shares =
        choices.stream()
            .filter(choice -> choice.weight() > 0)
            .map(choice -> share(resources, choice, total, trail))
            .collect(toImmutableList());
    trail.result().clusters(shares);
    return trail.end();
  }

  private static ClusterShare share(
      ResourceIndex resources, Weighted choice, long total, Trail trail) {
    Optional<Cluster> found = resources.cluster(choice.cluster());
    double share = (double) choice.weight() / total;
    trail.step(
        Stage.CLUSTER,
        choice.cluster(),
        (share == 1 ? "takes all" : "takes " + Percentages.print(share))
            + (found.isPresent() ? "" : ", but there is no such cluster: Envoy answers 503"));
    found.ifPresent(cluster -> trail.origin(Stage.CLUSTER, cluster, "", cluster.getMetadata()));
    return new ClusterShare(
        choice.cluster(),
        share,
        found.isPresent(),
        choice.requestHeaders(),
        choice.responseHeaders());
  }
}
