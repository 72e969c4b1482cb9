// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.connection;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallProtocol;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.Stage;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.inspect.internal.simulator.match.StringMatch;
import java.util.List;
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
    Optional<String> stranger = stranger(tls.get(), call);
    if (stranger.isPresent()) {
      return failed(CallError.INVALID_MTLS, stranger.get(), trail);
    }
    trail.step(
        Stage.TRANSPORT_SOCKET,
        "tls",
        demanded ? "the chain ends mutual TLS" : "the chain ends TLS");
    return Optional.empty();
  }

  /** Whether the client shows a certificate: if it has one, and the server could check it. */
  static boolean showsCertificate(DownstreamTlsContext tls, Call call) {
    boolean asks =
        demandsCertificate(tls)
            || tls.getCommonTlsContext().getValidationContextTypeCase()
                != CommonTlsContext.ValidationContextTypeCase.VALIDATIONCONTEXTTYPE_NOT_SET;
    return asks && (call.tls() == CallTls.MTLS || call.clientCertificate());
  }

  /** Whom certificates that name somebody must name, one of these; absent: anybody. */
  public static Optional<ImmutableList<StringMatcher>> clients(FilterChain chain) {
    return tls(chain)
        .map(TlsHandshake::names)
        .filter(names -> !names.isEmpty())
        .map(
            names ->
                names.stream()
                    .filter(name -> name.getSanType() == SubjectAltNameMatcher.SanType.URI)
                    .map(SubjectAltNameMatcher::getMatcher)
                    .collect(toImmutableList()));
  }

  private static List<SubjectAltNameMatcher> names(DownstreamTlsContext tls) {
    return validation(tls.getCommonTlsContext()).getMatchTypedSubjectAltNamesList();
  }

  /** Why the chain does not take the client for one of those that it knows. */
  private static Optional<String> stranger(DownstreamTlsContext tls, Call call) {
    Optional<String> peer = call.peer().filter(name -> showsCertificate(tls, call));
    List<SubjectAltNameMatcher> names = names(tls);
    boolean known =
        peer.isEmpty()
            || names.isEmpty()
            || names.stream()
                .filter(name -> name.getSanType() == SubjectAltNameMatcher.SanType.URI)
                .anyMatch(name -> StringMatch.matches(name.getMatcher(), peer.get()));
    return known
        ? Optional.empty()
        : Optional.of(
            "the chain takes only clients of "
                + names.stream()
                    .map(name -> StringMatch.print(name.getMatcher()))
                    .collect(joining(", "))
                + ": \""
                + peer.get()
                + "\"");
  }

  private static CertificateValidationContext validation(CommonTlsContext common) {
    return common.hasCombinedValidationContext()
        ? common.getCombinedValidationContext().getDefaultValidationContext()
        : common.getValidationContext();
  }

  /** Whether a client certificate is required, which expected hashes imply as well. */
  private static boolean demandsCertificate(DownstreamTlsContext tls) {
    CertificateValidationContext validation = validation(tls.getCommonTlsContext());
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
