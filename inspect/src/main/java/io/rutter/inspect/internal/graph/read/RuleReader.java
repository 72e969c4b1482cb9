// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.WeightedCluster;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.inspect.internal.simulator.config.ConfigPaths;
import io.rutter.inspect.internal.simulator.config.Fractions;
import io.rutter.model.ConfigKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Reads the routes of Envoy as rules. */
final class RuleReader {
  private final ImmutableSet<String> clusters;

  /**
   * A reader for one proxy.
   *
   * @param clusters the names of the proxy's clusters
   */
  RuleReader(ImmutableSet<String> clusters) {
    this.clusters = clusters;
  }

  /** The rules of a virtual host; routes that only differ in their matches are one rule. */
  ImmutableList<SeenRule> rules(List<Route> routes) {
    List<SeenRule> rules = new ArrayList<>();
    for (Route route : routes) {
      SeenRule rule = rule(route);
      int last = rules.size() - 1;
      if (last >= 0 && rules.get(last).actsLike(rule)) {
        rules.set(
            last,
            rule.withConditions(
                ImmutableSet.copyOf(
                        Iterables.concat(rules.get(last).conditions(), rule.conditions()))
                    .asList()));
      } else {
        rules.add(rule);
      }
    }
    return ImmutableList.copyOf(rules);
  }

  private SeenRule rule(Route route) {
    Optional<ConfigKey> object = virtualService(route.getMetadata());
    return new SeenRule(
        object.isPresent() ? route.getName() : "",
        object,
        ImmutableList.of(Matches.of(route.getMatch())),
        route.hasRoute() ? targets(route.getRoute()) : ImmutableList.of(),
        route.hasRoute() ? mirrors(route.getRoute()) : ImmutableList.of(),
        Answers.of(route),
        RouteDetails.faults(route),
        RouteDetails.of(route));
  }

  /** What a filter chain does that hands on connections. */
  SeenRule rule(TcpProxy proxy, Metadata ofChain, String condition) {
    return new SeenRule(
        "",
        virtualService(ofChain),
        ImmutableList.of(condition),
        proxy.hasWeightedClusters()
            ? weighted(
                proxy.getWeightedClusters().getClustersList(),
                TcpProxy.WeightedCluster.ClusterWeight::getName,
                cluster -> Integer.toUnsignedLong(cluster.getWeight()))
            : ImmutableList.of(target(proxy.getCluster(), 1)),
        ImmutableList.of(),
        Optional.empty(),
        ImmutableList.of(),
        ImmutableList.of());
  }

  private static Optional<ConfigKey> virtualService(Metadata metadata) {
    return ConfigPaths.of(metadata).stream()
        .filter(key -> key.kind().equals("VirtualService"))
        .findFirst();
  }

  private ImmutableList<SeenTarget> targets(RouteAction action) {
    return switch (action.getClusterSpecifierCase()) {
      case CLUSTER -> ImmutableList.of(target(action.getCluster(), 1));
      case WEIGHTED_CLUSTERS ->
          weighted(
              action.getWeightedClusters().getClustersList(),
              WeightedCluster.ClusterWeight::getName,
              cluster -> Integer.toUnsignedLong(cluster.getWeight().getValue()));
      default -> ImmutableList.of();
    };
  }

  private ImmutableList<SeenTarget> mirrors(RouteAction action) {
    return action.getRequestMirrorPoliciesList().stream()
        .map(
            policy ->
                target(
                    policy.getCluster(),
                    policy.hasRuntimeFraction()
                        ? Fractions.of(policy.getRuntimeFraction().getDefaultValue())
                        : 1))
        .collect(toImmutableList());
  }

  private <T> ImmutableList<SeenTarget> weighted(
      List<T> choices, Function<T, String> name, ToLongFunction<T> weight) {
    long total = choices.stream().mapToLong(weight).sum();
    return choices.stream()
        .map(
            choice ->
                target(
                    name.apply(choice),
                    total == 0 ? 0 : (double) weight.applyAsLong(choice) / total))
        .collect(toImmutableList());
  }

  private SeenTarget target(String cluster, double share) {
    boolean known = clusters.contains(cluster);
    return ClusterName.parse(cluster)
        .map(name -> new SeenTarget(cluster, name.host(), name.subset(), name.port(), share, known))
        .orElseGet(() -> new SeenTarget(cluster, "", "", 0, share, known));
  }
}
