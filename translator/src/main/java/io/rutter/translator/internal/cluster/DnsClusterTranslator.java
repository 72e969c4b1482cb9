// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.envoyproxy.envoy.config.cluster.v3.Cluster.CustomClusterType;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.clusters.common.dns.v3.DnsLookupFamily;
import io.envoyproxy.envoy.extensions.clusters.dns.v3.DnsCluster;
import io.envoyproxy.envoy.extensions.network.dns_resolver.cares.v3.CaresDnsResolverConfig;
import io.rutter.translator.internal.dns.DnsLookupFamilyTranslator;
import io.rutter.translator.internal.endpoint.ClusterTarget;
import io.rutter.translator.internal.endpoint.DiscoveryType;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.proto.Wrappers;
import java.time.Duration;

/**
 * A service with resolution DNS → {@link DnsCluster}. Istio writes the cluster types {@code
 * STRICT_DNS} and {@code LOGICAL_DNS} and fields that Envoy has deprecated in favour of this
 * message. The mesh's refresh rate only applies to answers without a TTL. Envoy document: Service
 * discovery.
 */
final class DnsClusterTranslator {
  private static final String NAME = "envoy.cluster.dns";
  private static final String RESOLVER = "envoy.network.dns_resolver.cares";

  /** Keeps proxies from querying DNS all at once. */
  private static final Duration JITTER = Duration.ofMillis(100);

  /** Makes the resolver open a new socket from time to time. */
  private static final long QUERIES_PER_SOCKET = 100;

  private DnsClusterTranslator() {}

  /** The cluster type that resolves the names of a target's endpoints. */
  static CustomClusterType translate(ClusterTarget target) {
    return CustomClusterType.newBuilder()
        .setName(NAME)
        .setTypedConfig(
            Anys.pack(
                DnsCluster.newBuilder()
                    .setDnsRefreshRate(Durations.of(target.scope().settings().dnsRefreshRate()))
                    .setRespectDnsTtl(true)
                    .setDnsJitter(Durations.of(JITTER))
                    .setDnsLookupFamily(lookupFamily(target))
                    .setTypedDnsResolverConfig(
                        TypedExtensionConfig.newBuilder()
                            .setName(RESOLVER)
                            .setTypedConfig(
                                Anys.pack(
                                    CaresDnsResolverConfig.newBuilder()
                                        .setUdpMaxQueries(Wrappers.uint32(QUERIES_PER_SOCKET))
                                        .build())))
                    .setAllAddressesInSingleEndpoint(
                        target.discovery() == DiscoveryType.LOGICAL_DNS)
                    .build()))
        .build();
  }

  private static DnsLookupFamily lookupFamily(ClusterTarget target) {
    return DiscoveryType.racesConnections(target.service())
        ? DnsLookupFamily.ALL
        : DnsLookupFamilyTranslator.translate(target.scope());
  }
}
