// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import com.google.protobuf.Duration;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.envoyproxy.envoy.type.v3.HashPolicy;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.ConsistentHash;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.HashKey;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TcpSettings;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.internal.go.GoDurations;
import io.rutter.translator.internal.filter.accesslog.AccessLogTranslator;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.rule.TrafficPolicies;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.List;
import java.util.Optional;

/**
 * The filter that forwards connections: {@code TcpProxy}. Timeouts and hashing come from the top
 * level of the DestinationRule only, whatever the port says; idle timeout falls back to the proxy's
 * {@code IDLE_TIMEOUT}. Istio documents: Destination Rule, {@code TCPSettings}, {@code
 * TunnelSettings}.
 */
public final class TcpProxyTranslator {
  /**
   * A cluster and the weight of its connections.
   *
   * @param cluster the cluster
   * @param weight the weight; with 0 it is skipped
   */
  public record WeightedCluster(String cluster, int weight) {}

  private TcpProxyTranslator() {}

  /** A proxy to one cluster, without settings of a DestinationRule. */
  public static TcpProxy toCluster(ProxyScope scope, String statPrefix, String cluster) {
    return toSubset(scope, statPrefix, cluster, "", Optional.empty());
  }

  /**
   * A proxy to one cluster, which may be a subset's; tunnel settings come from the subset only if
   * there is one.
   */
  public static TcpProxy toSubset(
      ProxyScope scope,
      String statPrefix,
      String cluster,
      String subset,
      Optional<DestinationRule> rule) {
    TcpProxy.Builder proxy = common(scope, statPrefix, rule).setCluster(cluster);
    Optional<Subset> declared = rule.flatMap(r -> TrafficPolicies.subset(r, subset));
    if (hashesSourceIp(rule, declared)) {
      proxy.addHashPolicy(sourceIp());
    }
    (subset.isEmpty()
            ? rule.flatMap(DestinationRule::trafficPolicy)
            : declared.flatMap(Subset::trafficPolicy))
        .flatMap(TrafficPolicy::tunnel)
        .map(TunnelTranslator::translate)
        .ifPresent(proxy::setTunnelingConfig);
    return proxy.build();
  }

  /** A proxy to several clusters, with settings of the first one's rule. */
  public static TcpProxy toWeightedClusters(
      ProxyScope scope,
      String statPrefix,
      List<WeightedCluster> clusters,
      Optional<DestinationRule> rule) {
    TcpProxy.Builder proxy = common(scope, statPrefix, rule);
    for (WeightedCluster cluster : clusters) {
      if (cluster.weight() > 0) {
        proxy
            .getWeightedClustersBuilder()
            .addClustersBuilder()
            .setName(cluster.cluster())
            .setWeight(cluster.weight());
      }
    }
    if (hashesSourceIp(rule, Optional.empty())) {
      proxy.addHashPolicy(sourceIp());
    }
    rule.flatMap(DestinationRule::trafficPolicy)
        .flatMap(TrafficPolicy::tunnel)
        .map(TunnelTranslator::translate)
        .ifPresent(proxy::setTunnelingConfig);
    return proxy.build();
  }

  private static TcpProxy.Builder common(
      ProxyScope scope, String statPrefix, Optional<DestinationRule> rule) {
    TcpProxy.Builder proxy =
        TcpProxy.newBuilder()
            .setStatPrefix(statPrefix)
            .addAllAccessLog(AccessLogTranslator.tcp(scope));
    Optional<TcpSettings> settings =
        rule.flatMap(DestinationRule::trafficPolicy)
            .flatMap(TrafficPolicy::connectionPool)
            .flatMap(ConnectionPool::tcp);
    settings
        .flatMap(TcpSettings::idleTimeout)
        .map(Durations::of)
        .or(() -> idleTimeout(scope))
        .ifPresent(proxy::setIdleTimeout);
    settings
        .flatMap(TcpSettings::maxConnectionDuration)
        .map(Durations::of)
        .ifPresent(proxy::setMaxDownstreamConnectionDuration);
    return proxy;
  }

  private static Optional<Duration> idleTimeout(ProxyScope scope) {
    return ProxyMetadata.text(scope.proxy(), "IDLE_TIMEOUT")
        .flatMap(GoDurations::parse)
        .map(Durations::of);
  }

  /** Whether connections are hashed by source IP; a subset's load balancer takes precedence. */
  private static boolean hashesSourceIp(Optional<DestinationRule> rule, Optional<Subset> subset) {
    return subset
        .flatMap(Subset::trafficPolicy)
        .flatMap(TrafficPolicy::loadBalancer)
        .or(() -> rule.flatMap(DestinationRule::trafficPolicy).flatMap(TrafficPolicy::loadBalancer))
        .flatMap(LoadBalancer::policy)
        .filter(LoadBalancerPolicy.Hashed.class::isInstance)
        .map(policy -> ((LoadBalancerPolicy.Hashed) policy).value())
        .flatMap(ConsistentHash::hashKey)
        .filter(key -> key instanceof HashKey.SourceIp source && source.value())
        .isPresent();
  }

  private static HashPolicy sourceIp() {
    return HashPolicy.newBuilder().setSourceIp(HashPolicy.SourceIp.getDefaultInstance()).build();
  }
}
