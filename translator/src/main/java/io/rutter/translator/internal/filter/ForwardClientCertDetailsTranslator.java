// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import com.google.protobuf.BoolValue;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ForwardClientCertDetails;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.SetCurrentClientCertDetails;
import io.rutter.model.mesh.proxyconfig.GatewayTopology;
import io.rutter.model.mesh.proxyconfig.ProxyConfig;
import io.rutter.model.mesh.proxyconfig.ProxyHeaders;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the {@code X-Forwarded-Client-Cert} header is handled: {@code forward_client_cert_details}
 * and {@code set_current_client_cert_details}. Inbound: appended, unless {@code ProxyHeaders} says
 * otherwise. Gateways: replaced, unless {@code Topology} says otherwise. Outbound: not set. Istio
 * documents: ProxyConfig, Configuring Gateway Network Topology.
 */
final class ForwardClientCertDetailsTranslator {
  private ForwardClientCertDetailsTranslator() {}

  static void translate(
      ProxyConfig config, ListenerClass listenerClass, HttpConnectionManager.Builder manager) {
    switch (listenerClass) {
      case SIDECAR_INBOUND -> inbound(config.proxyHeaders(), manager);
      case GATEWAY -> gateway(config.gatewayTopology(), manager);
      case SIDECAR_OUTBOUND -> {}
    }
  }

  private static void inbound(
      Optional<ProxyHeaders> headers, HttpConnectionManager.Builder manager) {
    manager.setForwardClientCertDetails(
        headers
            .flatMap(h -> details(h.forwardedClientCert()))
            .orElse(ForwardClientCertDetails.APPEND_FORWARD));
    manager.setSetCurrentClientCertDetails(
        SetCurrentClientCertDetails.newBuilder()
            .setSubject(
                BoolValue.of(
                    part(
                        headers,
                        io.rutter.model.mesh.proxyconfig.SetCurrentClientCertDetails::subject,
                        true)))
            .setUri(
                part(
                    headers,
                    io.rutter.model.mesh.proxyconfig.SetCurrentClientCertDetails::uri,
                    true))
            .setDns(
                part(
                    headers,
                    io.rutter.model.mesh.proxyconfig.SetCurrentClientCertDetails::dns,
                    true))
            .setCert(
                part(
                    headers,
                    io.rutter.model.mesh.proxyconfig.SetCurrentClientCertDetails::cert,
                    false))
            .setChain(
                part(
                    headers,
                    io.rutter.model.mesh.proxyconfig.SetCurrentClientCertDetails::chain,
                    false)));
  }

  private static boolean part(
      Optional<ProxyHeaders> headers,
      Function<io.rutter.model.mesh.proxyconfig.SetCurrentClientCertDetails, Optional<Boolean>>
          part,
      boolean absent) {
    return headers.flatMap(ProxyHeaders::setCurrentClientCertDetails).flatMap(part).orElse(absent);
  }

  private static void gateway(
      Optional<GatewayTopology> topology, HttpConnectionManager.Builder manager) {
    ForwardClientCertDetails details =
        topology
            .flatMap(t -> details(t.forwardClientCertDetails()))
            .orElse(ForwardClientCertDetails.SANITIZE_SET);
    manager.setForwardClientCertDetails(details);
    if (details == ForwardClientCertDetails.APPEND_FORWARD
        || details == ForwardClientCertDetails.SANITIZE_SET) {
      manager.setSetCurrentClientCertDetails(
          SetCurrentClientCertDetails.newBuilder()
              .setSubject(Wrappers.TRUE)
              .setCert(true)
              .setDns(true)
              .setUri(true));
    }
  }

  private static Optional<ForwardClientCertDetails> details(
      io.rutter.model.mesh.proxyconfig.ForwardClientCertDetails details) {
    return switch (details) {
      case UNDEFINED -> Optional.empty();
      case SANITIZE -> Optional.of(ForwardClientCertDetails.SANITIZE);
      case FORWARD_ONLY -> Optional.of(ForwardClientCertDetails.FORWARD_ONLY);
      case APPEND_FORWARD -> Optional.of(ForwardClientCertDetails.APPEND_FORWARD);
      case SANITIZE_SET -> Optional.of(ForwardClientCertDetails.SANITIZE_SET);
      case ALWAYS_FORWARD_ONLY -> Optional.of(ForwardClientCertDetails.ALWAYS_FORWARD_ONLY);
    };
  }
}
