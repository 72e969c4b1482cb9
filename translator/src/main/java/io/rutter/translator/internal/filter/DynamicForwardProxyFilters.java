// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.common.dynamic_forward_proxy.v3.DnsCacheConfig;
import io.envoyproxy.envoy.extensions.filters.http.dynamic_forward_proxy.v3.FilterConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.translator.internal.dns.DnsCacheConfigTranslator;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * Filters that resolve the requested host: {@code dynamic_forward_proxy} for HTTP, {@code
 * sni_dynamic_forward_proxy} for TLS. For services with resolution DYNAMIC_DNS, and for unknown
 * hosts where the mesh's outbound policy is ALLOW_ANY_DYNAMIC_DNS. Envoy document: HTTP dynamic
 * forward proxy.
 */
public final class DynamicForwardProxyFilters {
  /** The filter that resolves the server name of a TLS ClientHello. */
  public static final String SNI_DYNAMIC_FORWARD_PROXY =
      "envoy.extensions.filters.network.sni_dynamic_forward_proxy";

  private DynamicForwardProxyFilters() {}

  /** Whether clients of a service name the host to resolve. */
  static boolean applies(Service service) {
    return service.resolution() == ServiceResolution.DYNAMIC_DNS
        && service.hostname().startsWith("*");
  }

  /** The filter for requests to a wildcard service. */
  static HttpFilter http(ProxyScope scope, Service service) {
    return http(DnsCacheConfigTranslator.ofService(scope, service.hostname()));
  }

  /** The filter for requests to hosts of no service. */
  static HttpFilter httpAllowAny(ProxyScope scope) {
    return http(DnsCacheConfigTranslator.allowAny(scope));
  }

  /** The filter for TLS connections to a wildcard service. */
  static Filter sni(ProxyScope scope, Service service, int port) {
    return NetworkFilters.filter(
        SNI_DYNAMIC_FORWARD_PROXY,
        io.envoyproxy.envoy.extensions.filters.network.sni_dynamic_forward_proxy.v3.FilterConfig
            .newBuilder()
            .setDnsCacheConfig(DnsCacheConfigTranslator.ofService(scope, service.hostname()))
            .setPortValue(port)
            .build());
  }

  private static HttpFilter http(DnsCacheConfig cache) {
    return HttpFilters.filter(
        "envoy.filters.http.dynamic_forward_proxy",
        FilterConfig.newBuilder().setDnsCacheConfig(cache).build());
  }
}
