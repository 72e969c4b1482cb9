// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.LbPolicy;
import io.envoyproxy.envoy.extensions.upstreams.http.v3.HttpProtocolOptions;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.translator.internal.dns.DnsCacheConfigTranslator;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.naming.StatNames;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import io.rutter.translator.internal.resolve.settings.OutboundPolicy;
import io.rutter.translator.internal.tls.ClientTlsTranslator;
import io.rutter.translator.internal.tls.CredentialSecrets;
import java.util.Optional;

/**
 * The {@link Cluster}s that stand for no service: the black hole for unknown traffic, and the
 * passthrough to the original destination. Gateways have no original destination, so they only have
 * the first. Istio document: Accessing External Services.
 */
final class StaticClustersAssembler {
  private StaticClustersAssembler() {}

  /** The static clusters of a proxy. */
  static ImmutableList<Cluster> assemble(ProxyScope scope) {
    ImmutableList.Builder<Cluster> clusters = ImmutableList.builder();
    clusters.add(ClusterOrigins.unknownTraffic(blackHole(scope.settings()), scope));
    if (CredentialSecrets.hasCredentialSocket(scope.proxy())) {
      clusters.add(
          ClusterOrigins.setting(
              SecretServerAssembler.assemble(scope.settings()), scope, "connectTimeout"));
    }
    if (scope.isGateway()) {
      return clusters.build();
    }
    clusters.add(
        ClusterOrigins.unknownTraffic(passthrough(scope), scope),
        ClusterOrigins.setting(inboundPassthrough(scope), scope, "inboundTrafficPolicy"));
    if (scope.sidecar().outboundPolicy().mode() == OutboundPolicy.Mode.ALLOW_ANY_DYNAMIC_DNS) {
      clusters.add(ClusterOrigins.unknownTraffic(allowAnyDynamicDns(scope), scope));
    }
    return clusters.build();
  }

  /** A cluster without endpoints, so that connections to it are closed. */
  private static Cluster blackHole(MeshSettings settings) {
    return named(ClusterNames.BLACK_HOLE)
        .setType(Cluster.DiscoveryType.STATIC)
        .setConnectTimeout(Durations.of(settings.connectTimeout()))
        .build();
  }

  private static Cluster passthrough(ProxyScope scope) {
    Cluster.Builder cluster =
        named(ClusterNames.PASSTHROUGH)
            .setType(Cluster.DiscoveryType.ORIGINAL_DST)
            .setLbPolicy(LbPolicy.CLUSTER_PROVIDED);
    ConnectionPoolTranslator.translate(
        scope.settings(), scope.settings().defaultConnectionPool(), Optional.empty(), cluster);
    addHttp(HttpProtocolOptionsTranslator.passthrough(HeaderCase.isKept(scope)), cluster);
    return cluster.build();
  }

  /** The inbound passthrough; its statistics bear the name of the outbound one, as with Istio. */
  private static Cluster inboundPassthrough(ProxyScope scope) {
    return passthrough(scope).toBuilder()
        .setName(ClusterNames.INBOUND_PASSTHROUGH)
        .setUpstreamBindConfig(BindConfigTranslator.translate(scope.proxy(), true))
        .build();
  }

  private static Cluster allowAnyDynamicDns(ProxyScope scope) {
    Optional<ClientTls> tls =
        scope
            .settings()
            .outboundTrafficPolicy()
            .tls()
            .filter(declared -> declared.mode() != ClientTlsMode.DISABLE);
    AutoServerName serverName = tls.map(AutoServerName::ofDynamicHost).orElse(AutoServerName.NONE);
    UpstreamTls upstream =
        new UpstreamTls(
            tls.flatMap(
                declared ->
                    ClientTlsTranslator.translate(
                        declared, scope.proxy(), false, scope.settings().tlsDefaults())),
            false,
            serverName);
    Cluster.Builder cluster =
        named(ClusterNames.ALLOW_ANY_DYNAMIC_DNS)
            .setClusterType(
                DynamicForwardProxyCluster.of(
                    DnsCacheConfigTranslator.allowAny(scope), !serverName.isComplete()))
            .setLbPolicy(LbPolicy.CLUSTER_PROVIDED);
    ConnectionPoolTranslator.translate(
        scope.settings(), Optional.empty(), Optional.empty(), cluster);
    UpstreamTlsTranslator.translate(upstream, Optional.empty(), cluster);
    addHttp(allowAnyOptions(scope, serverName), cluster);
    return cluster.build();
  }

  /**
   * HTTP options of the ALLOW_ANY_DYNAMIC_DNS cluster; with TLS they hold the server name settings
   * only.
   */
  private static HttpProtocolOptions allowAnyOptions(ProxyScope scope, AutoServerName serverName) {
    return HttpProtocolOptionsTranslator.translate(
            new HttpProtocolOptionsTranslator.Input(
                UpstreamProtocol.HTTP1, false, Optional.empty(), serverName))
        .orElseGet(() -> HttpProtocolOptionsTranslator.passthrough(HeaderCase.isKept(scope)));
  }

  private static Cluster.Builder named(String name) {
    return Cluster.newBuilder().setName(name).setAltStatName(StatNames.delimited(name));
  }

  private static void addHttp(HttpProtocolOptions options, Cluster.Builder cluster) {
    cluster.putTypedExtensionProtocolOptions(
        HttpProtocolOptionsTranslator.EXTENSION, HttpProtocolOptionsTranslator.pack(options));
  }
}
