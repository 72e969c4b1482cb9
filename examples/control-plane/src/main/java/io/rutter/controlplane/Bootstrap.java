// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.net.InetAddresses;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an Envoy needs to know to ask this control plane for the rest.
 *
 * @param proxyId {@code NAME.NAMESPACE}
 * @param host where the control plane is
 * @param port its port
 * @param adminPort the port of Envoy's admin page on loopback; 0: none
 * @param tls what Envoy speaks mutual TLS with; absent: none
 * @param isDelta whether it asks for what differs (delta xDS) and not for all each time
 */
record Bootstrap(
    String proxyId, String host, int port, int adminPort, Optional<Tls> tls, boolean isDelta) {
  /**
   * Files on Envoy's host.
   *
   * @param authorities the certificates that the control plane's must come from
   * @param certificate Envoy's own
   * @param key its key
   * @param serverName the name or address that the control plane's certificate must have
   */
  record Tls(Path authorities, Path certificate, Path key, String serverName) {}

  private static final String TEMPLATE =
      """
      node: {id: %1$s, cluster: %1$s}
      dynamic_resources:
        # After an outage it is back within seconds; Envoy's own bound is 30.
        ads_config: {api_type: %3$s, transport_api_version: V3, grpc_services: [{envoy_grpc: {cluster_name: xds-grpc, retry_policy: {retry_back_off: {base_interval: 0.5s, max_interval: 5s}}}}]}
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
          # With the handshake of TLS, which a control plane that has just started is slow at.
          connect_timeout: 5s
          typed_extension_protocol_options:
            envoy.extensions.upstreams.http.v3.HttpProtocolOptions:
              "@type": type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions
              explicit_http_config: {http2_protocol_options: {connection_keepalive: {interval: 30s, timeout: 5s}}}
          load_assignment:
            cluster_name: %1$s
            endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address: {address: %2$s, port_value: %3$d}}}}]}]
      """;

  private static final String TRANSPORT_SOCKET =
      """
          transport_socket:
            name: envoy.transport_sockets.tls
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext
              sni: %4$s
              common_tls_context:
                alpn_protocols: [h2]
                # Below 1.3, Envoy refuses a control plane whose key is on another curve than P-256.
                tls_params: {tls_minimum_protocol_version: TLSv1_3, tls_maximum_protocol_version: TLSv1_3}
                tls_certificates: [{certificate_chain: {filename: %2$s}, private_key: {filename: %3$s}}]
                validation_context:
                  trusted_ca: {filename: %1$s}
                  match_typed_subject_alt_names: [{san_type: %5$s, matcher: {exact: %6$s}}]
      """;

  private static final String ADMIN =
      """
      admin: {address: {socket_address: {address: 127.0.0.1, port_value: %d}}}
      """;

  /** The bootstrap as YAML; every value is one, whatever characters it has. */
  String print() {
    return TEMPLATE.formatted(
            quoted(proxyId),
            cluster("xds-grpc") + cluster("sds-grpc"),
            isDelta ? "DELTA_GRPC" : "GRPC")
        + (adminPort == 0 ? "" : ADMIN.formatted(adminPort));
  }

  private String cluster(String name) {
    return CLUSTER.formatted(name, quoted(host), port)
        + tls.map(Bootstrap::transportSocket).orElse("");
  }

  private static String transportSocket(Tls tls) {
    boolean isAddress = InetAddresses.isInetAddress(tls.serverName());
    return TRANSPORT_SOCKET.formatted(
        quoted(tls.authorities().toString()),
        quoted(tls.certificate().toString()),
        quoted(tls.key().toString()),
        // An address is no server name.
        quoted(isAddress ? "" : tls.serverName()),
        isAddress ? "IP_ADDRESS" : "DNS",
        quoted(tls.serverName()));
  }

  /** A text in quotes, with all but plain ASCII escaped as YAML does. */
  private static String quoted(String text) {
    StringBuilder result = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                result.append('\\').append((char) c);
              } else if (c >= ' ' && c < 0x7F) {
                result.append((char) c);
              } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                result.append("\\uFFFD"); // Half a character: no text holds that.
              } else {
                result.append(c < 0x10000 ? "\\u%04X".formatted(c) : "\\U%08X".formatted(c));
              }
            });
    return result.append('"').toString();
  }
}
