// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext.TrustChainVerification;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.rutter.model.gateway.ServerTls;
import java.util.Optional;

/**
 * How a server verifies client certificates, apart from the CA certificates.
 *
 * @param context the checks; absent if clients are not asked for certificates
 */
record ClientValidation(Optional<CertificateValidationContext> context) {

  /** The checks of a server whose certificates are files or the mesh's. */
  static ClientValidation of(ServerTls tls, boolean validate) {
    if (!validate) {
      return new ClientValidation(Optional.empty());
    }
    CertificateValidationContext.Builder context =
        CertificateValidationContext.newBuilder()
            .addAllMatchTypedSubjectAltNames(SubjectAltNameMatchers.exact(tls.subjectAltNames()));
    tls.caCrl().ifPresent(file -> context.setCrl(DataSource.newBuilder().setFilename(file)));
    return new ClientValidation(Optional.of(withTrust(tls, context)));
  }

  /** The checks of a server whose certificates are credentials. */
  static ClientValidation ofCredential(ServerTls tls) {
    CertificateValidationContext.Builder context =
        CertificateValidationContext.newBuilder()
            .addAllMatchTypedSubjectAltNames(SubjectAltNameMatchers.exact(tls.subjectAltNames()))
            .addAllVerifyCertificateSpki(tls.verifyCertificateSpki())
            .addAllVerifyCertificateHash(tls.verifyCertificateHash());
    return new ClientValidation(Optional.of(withTrust(tls, context)));
  }

  /** Checks that require one of these names. */
  static ClientValidation ofNames(ImmutableList<SubjectAltNameMatcher> names) {
    return new ClientValidation(
        Optional.of(
            CertificateValidationContext.newBuilder()
                .addAllMatchTypedSubjectAltNames(names)
                .build()));
  }

  /** Sets the checks, with CA certificates from a secret. */
  void apply(SdsSecretConfig authorities, CommonTlsContext.Builder common) {
    context.ifPresent(
        checks ->
            common
                .getCombinedValidationContextBuilder()
                .setDefaultValidationContext(checks)
                .setValidationContextSdsSecretConfig(authorities));
  }

  private static CertificateValidationContext withTrust(
      ServerTls tls, CertificateValidationContext.Builder context) {
    if (tls.insecureSkipVerify().orElse(false)) {
      context.setTrustChainVerification(TrustChainVerification.ACCEPT_UNTRUSTED);
    }
    return context.build();
  }
}
