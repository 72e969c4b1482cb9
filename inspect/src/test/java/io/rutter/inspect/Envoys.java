// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/** Envoys with as little as a test needs; settings are JSON, keys and texts without quotes. */
final class Envoys {
  private Envoys() {}

  /** One listener on port 80 with these filter chains. */
  static Simulator ofChains(String listenerFilters, String chains) {
    return Simulator.of(
        EnvoyResources.parse(
            """
            {listeners: [{name: l, address: {socketAddress: {address: "0.0.0.0", portValue: 80}},
              listenerFilters: [%s], filterChains: [%s]}]}
            """
                .formatted(listenerFilters, chains)));
  }

  /** A chain that ends at a cluster of its own name. */
  static String chain(String name, String match) {
    return chain(name, match, "");
  }

  /** A chain with more settings, which end in a comma. */
  static String chain(String name, String match, String settings) {
    return """
        {name: "%s", filterChainMatch: {%s}, %s filters: [{name: tcp, typedConfig: {
          "@type": "type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy",
          statPrefix: x, cluster: "%s"}}]}
        """
        .formatted(name, match, settings, name);
  }

  /** What inspects TLS and HTTP. */
  static String inspectors() {
    return """
        {name: t, typedConfig: {"@type":
          "type.googleapis.com/envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector"}},
        {name: h, typedConfig: {"@type":
          "type.googleapis.com/envoy.extensions.filters.listener.http_inspector.v3.HttpInspector"}}
        """;
  }

  /** A connection manager with these settings, which end in a comma, and virtual hosts. */
  static Simulator ofHttp(String settings, String virtualHosts) {
    return Simulator.of(
        EnvoyResources.parse(
            """
            {listeners: [{name: l, address: {socketAddress: {address: "0.0.0.0", portValue: 80}},
              filterChains: [{filters: [{name: http, typedConfig: {
                "@type": "type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager",
                %s routeConfig: {name: r, virtualHosts: [%s]}}}]}]}]}
            """
                .formatted(settings, virtualHosts)));
  }

  /** One virtual host for everything with these routes. */
  static Simulator ofRoutes(String routes) {
    return ofHttp("", "{name: v, domains: [\"*\"], routes: [" + routes + "]}");
  }

  /** A route to a cluster. */
  static String route(String match, String cluster) {
    return "{match: {%s}, route: {cluster: %s}}".formatted(match, cluster);
  }

  /** A route to a cluster for everything. */
  static String rest() {
    return route("prefix: \"/\"", "rest");
  }
}
