// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

/** What an Envoy needs to know to ask this control plane for the rest. */
final class Bootstrap {
  private static final String TEMPLATE =
      """
      node: {id: "%1$s", cluster: "%1$s"}
      dynamic_resources:
        ads_config: {api_type: GRPC, transport_api_version: V3, grpc_services: [{envoy_grpc: {cluster_name: xds-grpc}}]}
        cds_config: {ads: {}, resource_api_version: V3, initial_fetch_timeout: 0s}
        lds_config: {ads: {}, resource_api_version: V3, initial_fetch_timeout: 0s}
      static_resources:
        clusters:
      %2$slayered_runtime:
        layers:
        # Regular expressions may be as large as Istio lets them be.
        - {name: rutter, static_layer: {re2.max_program_size.error_level: 32768}}
      """;

  /** One for ADS, one for the secrets that Istio's agent would hold. */
  private static final String CLUSTER =
      """
        - name: %1$s
          type: STRICT_DNS
          connect_timeout: 1s
          typed_extension_protocol_options:
            envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
              "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
              explicit_http_config: {http2_protocol_options: {connection_keepalive: {interval: 30s, timeout: 5s}}}
          load_assignment:
            cluster_name: %1$s
            endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address: {address: "%2$s", port_value: %3$d}}}}]}]
      """;

  private static final String ADMIN =
      """
      admin: {address: {socket_address: {address: 127.0.0.1, port_value: %d}}}
      """;

  private Bootstrap() {}

  /**
   * The bootstrap as YAML.
   *
   * @param proxyId {@code NAME.NAMESPACE}
   * @param host where the control plane is
   * @param port its port
   * @param adminPort the port of Envoy's admin page on loopback; 0: none
   */
  static String print(String proxyId, String host, int port, int adminPort) {
    return TEMPLATE.formatted(
            proxyId,
            CLUSTER.formatted("xds-grpc", host, port) + CLUSTER.formatted("sds-grpc", host, port))
        + (adminPort == 0 ? "" : ADMIN.formatted(adminPort));
  }
}
