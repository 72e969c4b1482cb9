// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.outcome;

import com.google.common.base.Suppliers;
import com.google.common.collect.Lists;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.HealthStatus;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.EnvoyResources;
import io.rutter.inspect.internal.simulator.Simulation;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.model.problem.SourceMap;
import io.rutter.translator.XdsResources;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One proxy, before or after. */
public final class ProxySide {
  private final XdsResources resources;
  private final SourceMap sources;
  private final Supplier<ResourceIndex> index;

  /** With what resources were made from, which is asked for what is told only: it costs more. */
  private final Supplier<ResourceIndex> explained;

  /**
   * A side.
   *
   * @param sources where objects are, for what is behind the end of a call
   */
  public ProxySide(XdsResources resources, SourceMap sources) {
    this.resources = resources;
    this.sources = sources;
    this.index =
        Suppliers.memoize(
                () -> ResourceIndex.of(EnvoyResources.of(resources), resources.tokenRules()))
            ::get;
    this.explained = Suppliers.memoize(() -> ResourceIndex.of(resources))::get;
  }

  public XdsResources resources() {
    return resources;
  }

  public ResourceIndex index() {
    return index.get();
  }

  /** The cluster of this name. Looked for without the index, which costs more than one look. */
  public Optional<Cluster> cluster(String name) {
    return find(resources.clusters(), Cluster::getName, name);
  }

  /** In resources, which are sorted by name. */
  private static <T> Optional<T> find(List<T> sorted, Function<T, String> nameOf, String name) {
    int place = Collections.binarySearch(Lists.transform(sorted, nameOf::apply), name);
    return place < 0 ? Optional.empty() : Optional.of(sorted.get(place));
  }

  /** Where a call ends, and which rules and fields are behind it. */
  public CallResult explain(Call call) {
    return Simulation.of(explained.get(), sources, call).run();
  }

  /** Where a call ends. */
  public CallResult call(Call call) {
    return Simulation.of(index(), sources, call).run();
  }

  /** Whether a cluster may have somebody who answers. */
  public boolean hasEndpoints(Cluster cluster) {
    return switch (cluster.getClusterDiscoveryTypeCase()) {
      case CLUSTER_TYPE -> true;
      case TYPE ->
          switch (cluster.getType()) {
            case EDS -> assigned(cluster).map(ProxySide::hasEndpoints).orElse(false);
            case ORIGINAL_DST -> true;
            default -> hasEndpoints(cluster.getLoadAssignment());
          };
      case CLUSTERDISCOVERYTYPE_NOT_SET -> hasEndpoints(cluster.getLoadAssignment());
    };
  }

  private Optional<ClusterLoadAssignment> assigned(Cluster cluster) {
    String service = cluster.getEdsClusterConfig().getServiceName();
    return find(
        resources.endpoints(),
        ClusterLoadAssignment::getClusterName,
        service.isEmpty() ? cluster.getName() : service);
  }

  private static boolean hasEndpoints(ClusterLoadAssignment assignment) {
    return assignment.getEndpointsList().stream()
        .flatMap(locality -> locality.getLbEndpointsList().stream())
        .anyMatch(endpoint -> endpoint.getHealthStatus() != HealthStatus.UNHEALTHY);
  }
}
