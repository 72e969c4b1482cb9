// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.dns;

import com.google.common.net.HostAndPort;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig;
import io.envoyproxy.envoy.extensions.network.dns_resolver.cares.v3.CaresDnsResolverConfig;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.naming.DnsCacheNames;
import io.rutter.translator.internal.proto.Addresses;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;

/**
 * The cache that a dynamic forward proxy filter and its cluster share → {@link DnsCacheConfig}.
 * Envoy requires both to be identical. Envoy document: Dynamic forward proxy.
 */
public final class DnsCacheConfigTranslator {
  private static final int ALLOW_ANY_MAX_HOSTS = 1024;
  private static final String DEFAULT_DNS_PROXY = "127.0.0.1:15053";

  private DnsCacheConfigTranslator() {}

  /** The cache of a wildcard service. */
  public static DnsCacheConfig ofService(ProxyScope scope, String hostname) {
    return DnsCacheConfig.newBuilder()
        .setName(DnsCacheNames.ofService(hostname))
        .setDnsLookupFamily(lookupFamily(scope))
        .build();
  }

  /** The cache for hosts of no service; it queries the Istio agent if the agent captures DNS. */
  public static DnsCacheConfig allowAny(ProxyScope scope) {
    DnsCacheConfig.Builder cache =
        DnsCacheConfig.newBuilder()
            .setName(DnsCacheNames.ALLOW_ANY)
            .setDnsLookupFamily(lookupFamily(scope))
            .setMaxHosts(Wrappers.uint32(ALLOW_ANY_MAX_HOSTS));
    if (ProxyMetadata.isTrue(scope.proxy(), "DNS_CAPTURE")) {
      cache.setTypedDnsResolverConfig(dnsProxy(scope.proxy()));
    }
    return cache.build();
  }

  private static Cluster.DnsLookupFamily lookupFamily(ProxyScope scope) {
    return switch (DnsLookupFamilyTranslator.translate(scope)) {
      case V6_ONLY -> Cluster.DnsLookupFamily.V6_ONLY;
      case ALL -> Cluster.DnsLookupFamily.ALL;
      default -> Cluster.DnsLookupFamily.V4_ONLY;
    };
  }

  /** The agent's own DNS server, which knows the names of the mesh. */
  private static TypedExtensionConfig dnsProxy(Proxy proxy) {
    HostAndPort server = dnsProxyAddress(proxy);
    String host = server.getHost().equals("localhost") ? "127.0.0.1" : server.getHost();
    return TypedExtensionConfig.newBuilder()
        .setName("envoy.network.dns_resolver.cares")
        .setTypedConfig(
            Anys.pack(
                CaresDnsResolverConfig.newBuilder()
                    .addResolvers(Addresses.tcp(host, server.getPort()))
                    .build()))
        .build();
  }

  private static HostAndPort dnsProxyAddress(Proxy proxy) {
    String address = ProxyMetadata.text(proxy, "DNS_PROXY_ADDR").orElse(DEFAULT_DNS_PROXY);
    try {
      HostAndPort server = HostAndPort.fromString(address);
      return server.hasPort() ? server : HostAndPort.fromString(DEFAULT_DNS_PROXY);
    } catch (IllegalArgumentException e) {
      return HostAndPort.fromString(DEFAULT_DNS_PROXY);
    }
  }
}
