// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext.CombinedCertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.internal.tls.CipherSuites;
import io.rutter.model.internal.tls.EcdhCurves;
import io.rutter.model.mesh.MeshTls;
import io.rutter.model.proxy.Proxy;
import java.util.Optional;

/**
 * {@link ClientTls} → {@link UpstreamTlsContext}. Versions are always TLS 1.2 to 1.3. Mutual TLS of
 * the mesh gets the workload's own identity from the Istio agent; the other modes get files through
 * the agent, or the secret of {@code credentialName} from the control plane. Servers are verified
 * against the CA certificates of the operating system if the rule names none. Istio document:
 * Destination Rule, {@code ClientTLSSettings}.
 */
public final class ClientTlsTranslator {
  private static final String SYSTEM_AUTHORITIES = "system";
  private static final String HTTP2_ALPN = "h2";
  private static final String MESH_ALPN = "istio";

  /** Mutual TLS of the mesh without server names to verify, which is the most common. */
  private static final CommonTlsContext MESH_ANY_NAME = mesh(ImmutableList.of(), false);

  private static final CommonTlsContext MESH_ANY_NAME_HTTP2 = mesh(ImmutableList.of(), true);

  private ClientTlsTranslator() {}

  /**
   * The context of a cluster.
   *
   * @param tls the settings, with server name and subject alternative names filled in
   * @param http2 whether the cluster is set to HTTP/2
   * @param tlsDefaults the mesh's limits for all TLS but its own
   * @return the context; empty for plain text, and for MUTUAL without a certificate
   */
  public static Optional<UpstreamTlsContext> translate(
      ClientTls tls, Proxy proxy, boolean http2, Optional<MeshTls> tlsDefaults) {
    return switch (tls.mode()) {
      case DISABLE -> Optional.empty();
      case ISTIO_MUTUAL -> Optional.of(context(tls, mesh(tls, http2)));
      case SIMPLE, MUTUAL ->
          lacksCertificate(tls)
              ? Optional.empty()
              : Optional.of(context(tls, own(tls, proxy, http2, tlsDefaults)));
    };
  }

  private static boolean lacksCertificate(ClientTls tls) {
    return tls.mode() == ClientTlsMode.MUTUAL
        && tls.credentialName().isEmpty()
        && (tls.clientCertificate().isEmpty() || tls.privateKey().isEmpty());
  }

  private static UpstreamTlsContext context(ClientTls tls, CommonTlsContext common) {
    return UpstreamTlsContext.newBuilder()
        .setSni(tls.sni().orElse(""))
        .setCommonTlsContext(common)
        .build();
  }

  private static CommonTlsContext mesh(ClientTls tls, boolean http2) {
    if (tls.subjectAltNames().isEmpty()) {
      return http2 ? MESH_ANY_NAME_HTTP2 : MESH_ANY_NAME;
    }
    return mesh(tls.subjectAltNames(), http2);
  }

  private static CommonTlsContext mesh(ImmutableList<String> names, boolean http2) {
    CommonTlsContext.Builder context =
        CommonTlsContext.newBuilder()
            .setTlsParams(parameters(Optional.empty()))
            .addTlsCertificateSdsSecretConfigs(SdsSecretConfigs.workload())
            .setCombinedValidationContext(validation(names, SdsSecretConfigs.meshRoot()))
            .addAlpnProtocols(MESH_ALPN);
    if (http2) {
      context.addAlpnProtocols(HTTP2_ALPN);
    }
    return context.build();
  }

  private static CommonTlsContext own(
      ClientTls tls, Proxy proxy, boolean http2, Optional<MeshTls> tlsDefaults) {
    CommonTlsContext.Builder context =
        CommonTlsContext.newBuilder().setTlsParams(parameters(tlsDefaults));
    if (tls.credentialName().isPresent()) {
      addCredential(tls, tls.credentialName().get(), proxy, context);
    } else {
      addFiles(tls, proxy, context);
    }
    if (http2) {
      context.addAlpnProtocols(HTTP2_ALPN);
    }
    return context.build();
  }

  private static TlsParameters parameters(Optional<MeshTls> tlsDefaults) {
    TlsParameters.Builder parameters =
        TlsParameters.newBuilder()
            .setTlsMinimumProtocolVersion(TlsParameters.TlsProtocol.TLSv1_2)
            .setTlsMaximumProtocolVersion(TlsParameters.TlsProtocol.TLSv1_3);
    tlsDefaults.ifPresent(
        defaults ->
            parameters
                .addAllEcdhCurves(EcdhCurves.known(defaults.ecdhCurves()))
                .addAllCipherSuites(CipherSuites.known(defaults.cipherSuites())));
    return parameters.build();
  }

  /** Adds the certificate of a secret, and CA certificates under a derived name. */
  private static void addCredential(
      ClientTls tls, String credential, Proxy proxy, CommonTlsContext.Builder context) {
    if (tls.mode() == ClientTlsMode.MUTUAL) {
      context.addTlsCertificateSdsSecretConfigs(CredentialSecrets.of(credential, proxy));
    }
    if (!isInsecure(tls)) {
      context.setCombinedValidationContext(
          validation(
              tls.subjectAltNames(),
              CredentialSecrets.of(credential + CredentialSecrets.CA_SUFFIX, proxy)));
    }
  }

  private static void addFiles(ClientTls tls, Proxy proxy, CommonTlsContext.Builder context) {
    if (tls.mode() == ClientTlsMode.MUTUAL) {
      context.addTlsCertificateSdsSecretConfigs(
          SdsSecretConfigs.certificateFiles(
              tls.clientCertificate().orElse(""), tls.privateKey().orElse(""), proxy));
    }
    if (isInsecure(tls)) {
      context.setValidationContext(CertificateValidationContext.getDefaultInstance());
      return;
    }
    String authorities =
        tls.caCertificates().filter(path -> !path.isEmpty()).orElse(SYSTEM_AUTHORITIES);
    CombinedCertificateValidationContext.Builder validation =
        validation(tls.subjectAltNames(), SdsSecretConfigs.rootFile(authorities, proxy))
            .toBuilder();
    tls.caCrl()
        .filter(path -> !path.isEmpty())
        .ifPresent(
            path ->
                validation
                    .getDefaultValidationContextBuilder()
                    .setCrl(DataSource.newBuilder().setFilename(path)));
    context.setCombinedValidationContext(validation);
  }

  private static boolean isInsecure(ClientTls tls) {
    return tls.insecureSkipVerify().orElse(false);
  }

  private static CombinedCertificateValidationContext validation(
      ImmutableList<String> names, SdsSecretConfig authorities) {
    return CombinedCertificateValidationContext.newBuilder()
        .setDefaultValidationContext(
            CertificateValidationContext.newBuilder()
                .addAllMatchTypedSubjectAltNames(SubjectAltNameMatchers.exact(names)))
        .setValidationContextSdsSecretConfig(authorities)
        .build();
  }
}
