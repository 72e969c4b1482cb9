// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.CommonLbConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.translator.internal.cluster.InboundTarget.ApplicationEndpoint;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.naming.StatNamePatterns;
import io.rutter.translator.internal.naming.StatNames;
import io.rutter.translator.internal.proto.Addresses;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.proto.IstioMetadata;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import io.rutter.translator.internal.resolve.rule.TrafficPolicies;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One port of a proxy's own workload → the {@link Cluster} that forwards traffic to the
 * application. Only connection pool and retry budget of traffic policies apply: those of the
 * Sidecar, else of the DestinationRule of the deciding service. Istio document: Sidecar, {@code
 * inboundConnectionPool}.
 */
final class InboundClusterAssembler {
  /** The longest duration that Envoy accepts: original destinations are never evicted. */
  private static final long FOREVER_SECONDS = 9_223_372_035L;

  private InboundClusterAssembler() {}

  /** The cluster of a port. */
  static Cluster assemble(ProxyScope scope, InboundTarget target) {
    String name = ClusterNames.inbound(target.number());
    Optional<MergedDestinationRule> rule = rule(scope, target);
    Optional<TrafficPolicy> policy =
        MeshDefaultPolicies.apply(
            scope.settings(),
            TrafficPolicies.forPort(
                rule.flatMap(r -> r.rule().trafficPolicy()), target.port().number()));
    Optional<ConnectionPool> pool =
        target.sidecarPool().or(() -> policy.flatMap(TrafficPolicy::connectionPool));
    Cluster.Builder cluster =
        Cluster.newBuilder()
            .setName(name)
            .setAltStatName(StatNames.delimited(statName(scope, target).orElse(name)))
            .setCommonLbConfig(CommonLbConfig.getDefaultInstance());
    ConnectionPoolTranslator.translate(
        scope.settings(), pool, policy.flatMap(TrafficPolicy::retryBudget), cluster);
    ClusterMetadata.inbound(target.services(), target.port(), rule)
        .map(IstioMetadata::of)
        .ifPresent(cluster::setMetadata);
    addEndpoint(scope, target, cluster);
    addHttp(scope, target, pool, cluster);
    Cluster made = cluster.build();
    ClusterOrigins.add(made, scope, target, rule, policy);
    return made;
  }

  /** The DestinationRule, if it has a policy and the proxy sees the service itself. */
  private static Optional<MergedDestinationRule> rule(ProxyScope scope, InboundTarget target) {
    return scope
        .sidecar()
        .service(target.service().hostname())
        .flatMap(
            service -> scope.mesh().destinationRules().inbound(scope.proxy().namespace(), service))
        .filter(rule -> rule.rule().trafficPolicy().isPresent());
  }

  private static Optional<String> statName(ProxyScope scope, InboundTarget target) {
    return scope
        .settings()
        .inboundClusterStatName()
        .map(
            pattern ->
                StatNamePatterns.expand(
                    pattern,
                    target.service(),
                    target.service().hostname(),
                    "",
                    target.port().number(),
                    target.port().name(),
                    OptionalInt.of(target.number())));
  }

  private static void addEndpoint(ProxyScope scope, InboundTarget target, Cluster.Builder cluster) {
    if (target.endpoint().isPresent()) {
      cluster
          .setType(Cluster.DiscoveryType.STATIC)
          .setLoadAssignment(assignment(cluster.getName(), target.endpoint().get()));
    } else {
      cluster
          .setType(Cluster.DiscoveryType.ORIGINAL_DST)
          .setLbPolicy(LbPolicy.CLUSTER_PROVIDED)
          .setCleanupInterval(Durations.ofSeconds(FOREVER_SECONDS));
    }
    if (!target.endpoint().map(ApplicationEndpoint::isLocal).orElse(false)) {
      cluster.setUpstreamBindConfig(
          BindConfigTranslator.translate(scope.proxy(), scope.mesh().options().dualStack()));
    }
  }

  private static ClusterLoadAssignment assignment(String name, ApplicationEndpoint endpoint) {
    return ClusterLoadAssignment.newBuilder()
        .setClusterName(name)
        .addEndpoints(
            LocalityLbEndpoints.newBuilder()
                .addLbEndpoints(
                    LbEndpoint.newBuilder()
                        .setEndpoint(
                            Endpoint.newBuilder()
                                .setAddress(Addresses.tcp(endpoint.address(), endpoint.port())))))
        .build();
  }

  private static void addHttp(
      ProxyScope scope,
      InboundTarget target,
      Optional<ConnectionPool> pool,
      Cluster.Builder cluster) {
    UpstreamProtocol protocol =
        UpstreamProtocol.of(target.port().protocol(), false).orSameAsClient(pool);
    HttpProtocolOptionsTranslator.translate(
            new HttpProtocolOptionsTranslator.Input(
                protocol,
                HeaderCase.isKept(scope, target.port().protocol()),
                pool,
                AutoServerName.NONE))
        .ifPresent(
            options ->
                cluster.putTypedExtensionProtocolOptions(
                    HttpProtocolOptionsTranslator.EXTENSION,
                    HttpProtocolOptionsTranslator.pack(options)));
  }
}
