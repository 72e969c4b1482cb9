// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.connection;

import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import java.util.Optional;

/** Whether the chain terminates TLS, and whether the client's handshake succeeds. */
public final class TlsHandshake {
  private TlsHandshake() {}

  /** The TLS context of the chain; absent if it does not terminate TLS. */
  public static Optional<DownstreamTlsContext> tls(FilterChain chain) {
    return UnpackedConfig.of(
            chain.getTransportSocket().getTypedConfig(), DownstreamTlsContext.class)
        .or(
            () ->
                UnpackedConfig.of(
                        chain.getTransportSocket().getTypedConfig(), QuicDownstreamTransport.class)
                    .map(QuicDownstreamTransport::getDownstreamTlsContext));
  }

  /** Why the handshake fails, if it does. */
  public static Optional<CallError> check(FilterChain chain, Call call, Trail trail) {
    Optional<DownstreamTlsContext> tls = tls(chain);
    boolean encrypted = call.tls() != CallTls.PLAINTEXT || call.protocol() == CallProtocol.HTTP3;
    if (tls.isEmpty()) {
      trail.step(
          Stage.TRANSPORT_SOCKET,
          "raw_buffer",
          encrypted ? "the chain passes the client's TLS on" : "no TLS on either side");
      return Optional.empty();
    }
    if (!encrypted) {
      return failed(CallError.INVALID_TLS, "the chain ends TLS: the client speaks none", trail);
    }
    boolean demanded = demandsCertificate(tls.get());
    boolean mesh =
        demanded && firstSecret(tls.get().getCommonTlsContext()).equals(call.mtlsSecret());
    if (call.tls() == CallTls.MTLS && !mesh) {
      return failed(
          CallError.INVALID_MTLS,
          "the chain does not show the certificate \"" + call.mtlsSecret() + "\" of the mesh",
          trail);
    }
    if (call.tls() != CallTls.MTLS && (mesh || (demanded && !call.clientCertificate()))) {
      return failed(
          CallError.INVALID_MTLS,
          "the chain demands a client certificate" + (mesh ? " of the mesh" : ""),
          trail);
    }
    trail.step(
        Stage.TRANSPORT_SOCKET,
        "tls",
        demanded ? "the chain ends mutual TLS" : "the chain ends TLS");
    return Optional.empty();
  }

  /** Whether a client certificate is required, which expected hashes imply as well. */
  private static boolean demandsCertificate(DownstreamTlsContext tls) {
    CommonTlsContext common = tls.getCommonTlsContext();
    CertificateValidationContext validation =
        common.hasCombinedValidationContext()
            ? common.getCombinedValidationContext().getDefaultValidationContext()
            : common.getValidationContext();
    return tls.getRequireClientCertificate().getValue()
        || validation.getVerifyCertificateHashCount() > 0
        || validation.getVerifyCertificateSpkiCount() > 0;
  }

  private static Optional<CallError> failed(CallError error, String reason, Trail trail) {
    trail.step(Stage.TRANSPORT_SOCKET, "", reason);
    return Optional.of(error);
  }

  private static String firstSecret(CommonTlsContext context) {
    return context.getTlsCertificateSdsSecretConfigsCount() == 0
        ? ""
        : context.getTlsCertificateSdsSecretConfigs(0).getName();
  }
}
