// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsMode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.proto.Wrappers;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * {@link ServerTls} of a Gateway's server or of a Sidecar's ingress listener → {@link
 * DownstreamTlsContext}, for the modes that terminate TLS. MUTUAL and ISTIO_MUTUAL require a client
 * certificate, except over QUIC, where Envoy cannot. Certificates come from the mesh for
 * ISTIO_MUTUAL, else from credentials if named, else from files. Istio documents: Gateway, {@code
 * ServerTLSSettings}; Secure Gateways.
 */
public final class ServerTlsTranslator {
  static final ImmutableList<String> HTTP_ALPN = ImmutableList.of("h2", "http/1.1");
  private static final ImmutableList<String> HTTP3_ALPN = ImmutableList.of("h3");

  /** ALPN protocols of TCP from mesh clients, which offer the first one. */
  private static final ImmutableList<String> MESH_TCP_ALPN =
      ImmutableList.of("istio-peer-exchange", "h2", "http/1.1");

  private ServerTlsTranslator() {}

  /**
   * The context of a server whose mode terminates TLS.
   *
   * @param problems receives problems with paths that start at the settings
   */
  public static DownstreamTlsContext translate(
      ProxyScope scope, ServerTls tls, ServerProtocol protocol, ProblemSink problems) {
    boolean requireClient = requiresClientCertificate(tls.mode(), protocol);
    CommonTlsContext.Builder common =
        CommonTlsContext.newBuilder().addAllAlpnProtocols(alpn(tls.mode(), protocol));
    boolean validateClient = requireClient || tls.mode() == TlsMode.OPTIONAL_MUTUAL;
    if (tls.mode() == TlsMode.ISTIO_MUTUAL) {
      ServerCertificates.workload(scope.proxy(), ClientValidation.of(tls, validateClient), common);
    } else if (tls.credentialName().isPresent() || !tls.credentialNames().isEmpty()) {
      ServerCredentials.apply(scope, tls, common, problems);
    } else {
      ServerCertificates.files(
          scope.proxy(), tls, ClientValidation.of(tls, validateClient), common);
    }
    if (hasParameters(tls.mode())) {
      TlsParametersTranslator.translate(scope.settings().tlsDefaults(), tls)
          .ifPresent(common::setTlsParams);
    }
    return DownstreamTlsContext.newBuilder()
        .setCommonTlsContext(common)
        .setRequireClientCertificate(requireClient ? Wrappers.TRUE : Wrappers.FALSE)
        .build();
  }

  private static boolean requiresClientCertificate(TlsMode mode, ServerProtocol protocol) {
    return protocol != ServerProtocol.HTTP3
        && (mode == TlsMode.MUTUAL || mode == TlsMode.ISTIO_MUTUAL);
  }

  /**
   * Whether TLS parameters of the settings apply; mutual TLS of the mesh keeps Envoy's defaults.
   */
  private static boolean hasParameters(TlsMode mode) {
    return switch (mode) {
      case SIMPLE, MUTUAL, OPTIONAL_MUTUAL -> true;
      case ISTIO_MUTUAL, PASSTHROUGH, AUTO_PASSTHROUGH -> false;
    };
  }

  private static ImmutableList<String> alpn(TlsMode mode, ServerProtocol protocol) {
    return switch (protocol) {
      case HTTP3 -> HTTP3_ALPN;
      case HTTP -> HTTP_ALPN;
      case TCP -> mode == TlsMode.ISTIO_MUTUAL ? MESH_TCP_ALPN : HTTP_ALPN;
    };
  }
}
