// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.protobuf.Any;
import com.google.protobuf.Struct;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.EdsClusterConfig;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.OriginalDstLbConfig;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.OutlierDetection;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.registry.TargetPort;
import io.rutter.translator.internal.dns.DnsCacheConfigTranslator;
import io.rutter.translator.internal.endpoint.ClusterTarget;
import io.rutter.translator.internal.endpoint.ClusterTarget.Purpose;
import io.rutter.translator.internal.endpoint.DiscoveryType;
import io.rutter.translator.internal.endpoint.LoadAssignmentAssembler;
import io.rutter.translator.internal.naming.StatNamePatterns;
import io.rutter.translator.internal.naming.StatNames;
import io.rutter.translator.internal.proto.ConfigSources;
import io.rutter.translator.internal.proto.IstioMetadata;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One target → the {@link Cluster} by which a proxy reaches it. A DNS cluster without endpoints is
 * left out, because Envoy would have no name to resolve.
 */
public final class OutboundClusterAssembler {
  private OutboundClusterAssembler() {}

  /** The cluster of a target; absent for a DNS cluster without endpoints. */
  public static Optional<Cluster> assemble(ClusterTarget target) {
    Optional<TrafficPolicy> policy = MeshDefaultPolicies.apply(target);
    Optional<OutlierDetection> outlier = policy.flatMap(TrafficPolicy::outlierDetection);
    Cluster.Builder cluster =
        Cluster.newBuilder()
            .setName(target.clusterName())
            .setAltStatName(StatNames.delimited(statName(target)));
    Struct metadata = ClusterMetadata.outbound(target);
    if (metadata.getFieldsCount() > 0) {
      cluster.setMetadata(IstioMetadata.of(metadata));
    }
    if (!addDiscovery(target, outlier.isPresent(), cluster)) {
      return Optional.empty();
    }
    addLoadBalancing(target, policy, cluster);
    outlier.map(OutlierDetectionTranslator::translate).ifPresent(cluster::setOutlierDetection);
    ConnectionPoolTranslator.translate(
        target.scope().settings(),
        policy.flatMap(TrafficPolicy::connectionPool),
        policy.flatMap(TrafficPolicy::retryBudget),
        cluster);
    addConnections(target, policy, cluster);
    Cluster made = cluster.build();
    ClusterOrigins.add(made, target, policy);
    return Optional.of(made);
  }

  private static String statName(ClusterTarget target) {
    return target
        .scope()
        .settings()
        .outboundClusterStatName()
        .filter(pattern -> target.discovery() != DiscoveryType.DYNAMIC_DNS)
        .map(
            pattern ->
                StatNamePatterns.expand(
                    pattern,
                    target.service(),
                    target.service().hostname(),
                    target.subsetName(),
                    target.port().number(),
                    target.port().name(),
                    OptionalInt.of(0)))
        .orElseGet(target::clusterName);
  }

  /** Sets how endpoints are discovered; returns false if there is nothing to resolve. */
  private static boolean addDiscovery(
      ClusterTarget target, boolean outlierDetection, Cluster.Builder cluster) {
    switch (target.discovery()) {
      case EDS ->
          cluster
              .setType(Cluster.DiscoveryType.EDS)
              .setEdsClusterConfig(
                  EdsClusterConfig.newBuilder()
                      .setServiceName(target.clusterName())
                      .setEdsConfig(ConfigSources.adsWithoutTimeout()));
      case ORIGINAL_DST -> {
        cluster.setType(Cluster.DiscoveryType.ORIGINAL_DST);
        portOverride(target)
            .ifPresent(
                port ->
                    cluster.setOriginalDstLbConfig(
                        OriginalDstLbConfig.newBuilder()
                            .setUpstreamPortOverride(Wrappers.uint32(port))));
      }
      case STRICT_DNS, LOGICAL_DNS -> {
        ClusterLoadAssignment assignment =
            LoadAssignmentAssembler.assemble(target, outlierDetection);
        if (assignment.getEndpointsCount() == 0) {
          return false;
        }
        cluster
            .setClusterType(DnsClusterTranslator.translate(target))
            .setLoadAssignment(assignment);
      }
      case DYNAMIC_DNS -> {
        // The cluster type depends on TLS and is set with it.
      }
    }
    return true;
  }

  /** A ServiceEntry without resolution may send to another port than clients dial. */
  private static Optional<Integer> portOverride(ClusterTarget target) {
    return target
        .port()
        .targetPort()
        .filter(
            port ->
                target.service().registry() == ServiceRegistry.EXTERNAL
                    && target.service().resolution() == ServiceResolution.PASSTHROUGH)
        .filter(TargetPort.Fixed.class::isInstance)
        .map(port -> ((TargetPort.Fixed) port).value());
  }

  private static void addLoadBalancing(
      ClusterTarget target, Optional<TrafficPolicy> policy, Cluster.Builder cluster) {
    switch (target.discovery()) {
      case DYNAMIC_DNS -> cluster.setLbPolicy(LbPolicy.CLUSTER_PROVIDED);
      case ORIGINAL_DST ->
          cluster
              .setLbPolicy(LbPolicy.CLUSTER_PROVIDED)
              .setCommonLbConfig(commonConfig(target, policy));
      case EDS, STRICT_DNS, LOGICAL_DNS -> {
        LoadBalancerTranslator.translate(policy.flatMap(TrafficPolicy::loadBalancer), cluster);
        cluster.setCommonLbConfig(commonConfig(target, policy));
      }
    }
  }

  private static Cluster.CommonLbConfig commonConfig(
      ClusterTarget target, Optional<TrafficPolicy> policy) {
    return CommonLbConfigTranslator.translate(
        target, policy.flatMap(TrafficPolicy::outlierDetection));
  }

  /** Sets TLS, PROXY protocol and the HTTP version. */
  private static void addConnections(
      ClusterTarget target, Optional<TrafficPolicy> policy, Cluster.Builder cluster) {
    Optional<ConnectionPool> pool = policy.flatMap(TrafficPolicy::connectionPool);
    boolean keepsHeaderCase = HeaderCase.isKept(target.scope(), target.port().protocol());
    UpstreamProtocol protocol = protocol(target, pool, keepsHeaderCase);
    UpstreamTls tls = UpstreamTls.of(target, protocol == UpstreamProtocol.HTTP2);
    UpstreamTlsTranslator.translate(
        tls,
        policy
            .flatMap(TrafficPolicy::proxyProtocol)
            .filter(header -> target.purpose() == Purpose.ROUTING),
        cluster);
    Optional<Any> options =
        HttpProtocolOptionsTranslator.packed(
            new HttpProtocolOptionsTranslator.Input(
                protocol, keepsHeaderCase, pool, tls.serverName()));
    if (target.discovery() == DiscoveryType.DYNAMIC_DNS) {
      cluster.setClusterType(
          DynamicForwardProxyCluster.of(
              DnsCacheConfigTranslator.ofService(target.scope(), target.service().hostname()),
              options.isPresent() ? !tls.serverName().isComplete() : !tls.checksRequestedHost()));
    }
    options.ifPresent(
        found ->
            cluster.putTypedExtensionProtocolOptions(
                HttpProtocolOptionsTranslator.EXTENSION, found));
  }

  /**
   * The HTTP version; no upgrade to HTTP/2 where header case must be preserved, since HTTP/2 has
   * lower case only.
   */
  private static UpstreamProtocol protocol(
      ClusterTarget target, Optional<ConnectionPool> pool, boolean keepsHeaderCase) {
    UpstreamProtocol own =
        UpstreamProtocol.of(target.port().protocol(), target.scope().isGateway());
    UpstreamProtocol upgraded =
        keepsHeaderCase
            ? own
            : own.upgraded(
                target.port().protocol(), pool, target.scope().settings().h2UpgradePolicy());
    return upgraded.orSameAsClient(pool);
  }
}
