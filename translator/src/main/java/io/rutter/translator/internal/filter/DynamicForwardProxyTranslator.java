// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import com.google.common.net.HostAndPort;
import io.envoyproxy.envoy.config.cluster.v3.Cluster.DnsLookupFamily;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig;
import io.envoyproxy.envoy.extensions.filters.http.dynamic_forward_proxy.v3.FilterConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.envoyproxy.envoy.extensions.network.dns_resolver.cares.v3.CaresDnsResolverConfig;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.translator.internal.naming.DnsCacheNames;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyAddresses;
import io.rutter.translator.internal.resolve.ProxyMetadata;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * Filters that look up the host a client asks for: {@code dynamic_forward_proxy} for HTTP, {@code
 * sni_dynamic_forward_proxy} for TLS. For services of resolution DYNAMIC_DNS, and for unknown hosts
 * where the mesh's outbound policy is ALLOW_ANY_DYNAMIC_DNS. Envoy document: HTTP dynamic forward
 * proxy.
 */
final class DynamicForwardProxyTranslator {
  private static final int ALLOW_ANY_MAX_HOSTS = 1024;
  private static final String DEFAULT_DNS_PROXY = "127.0.0.1:15053";

  private DynamicForwardProxyTranslator() {}

  /** Whether clients of a service name the host to look up. */
  static boolean applies(Service service) {
    return service.resolution() == ServiceResolution.DYNAMIC_DNS
        && service.hostname().startsWith("*");
  }

  /** For requests to a wildcard service. */
  static HttpFilter http(ProxyScope scope, Service service) {
    return http(cache(scope, service));
  }

  /** For requests to hosts that no service claims. */
  static HttpFilter httpAllowAny(ProxyScope scope) {
    DnsCacheConfig.Builder cache =
        DnsCacheConfig.newBuilder()
            .setName(DnsCacheNames.ALLOW_ANY)
            .setDnsLookupFamily(lookupFamily(scope))
            .setMaxHosts(Wrappers.uint32(ALLOW_ANY_MAX_HOSTS));
    if (ProxyMetadata.isTrue(scope.proxy(), "DNS_CAPTURE")) {
      cache.setTypedDnsResolverConfig(dnsProxy(scope.proxy()));
    }
    return http(cache.build());
  }

  /** For TLS connections to a wildcard service. */
  static Filter sni(ProxyScope scope, Service service, int port) {
    return NetworkFilters.filter(
        NetworkFilterChain.SNI_DYNAMIC_FORWARD_PROXY,
        io.envoyproxy.envoy.extensions.filters.network.sni_dynamic_forward_proxy.v3.FilterConfig
            .newBuilder()
            .setDnsCacheConfig(cache(scope, service))
            .setPortValue(port)
            .build());
  }

  private static HttpFilter http(DnsCacheConfig cache) {
    return HttpFilters.filter(
        "envoy.filters.http.dynamic_forward_proxy",
        FilterConfig.newBuilder().setDnsCacheConfig(cache).build());
  }

  private static DnsCacheConfig cache(ProxyScope scope, Service service) {
    return DnsCacheConfig.newBuilder()
        .setName(DnsCacheNames.ofService(service.hostname()))
        .setDnsLookupFamily(lookupFamily(scope))
        .build();
  }

  private static DnsLookupFamily lookupFamily(ProxyScope scope) {
    return switch (ProxyAddresses.family(scope.proxy())) {
      case IPV4 -> DnsLookupFamily.V4_ONLY;
      case IPV6 -> DnsLookupFamily.V6_ONLY;
      case DUAL ->
          scope.mesh().options().dualStack() ? DnsLookupFamily.ALL : DnsLookupFamily.V4_ONLY;
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
                    .addResolvers(
                        Address.newBuilder()
                            .setSocketAddress(
                                SocketAddress.newBuilder()
                                    .setAddress(host)
                                    .setPortValue(server.getPort())))
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
