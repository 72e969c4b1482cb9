// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsMode;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * The certificates of a server that come from credentials: {@code credentialNames}, else {@code
 * credentialName}; the CA certificates for clients from {@code caCertCredentialName}, else from the
 * first credential's name with {@code -cacert}. If clients are not asked for certificates, {@code
 * subjectAltNames} has no effect; Istio emits a check without CA certificates there, for which
 * Envoy rejects the listener. Istio document: Secure Gateways.
 */
final class ServerCredentials {
  private ServerCredentials() {}

  static void apply(
      ProxyScope scope, ServerTls tls, CommonTlsContext.Builder common, ProblemSink problems) {
    ImmutableList<String> names =
        tls.credentialNames().isEmpty()
            ? ImmutableList.of(tls.credentialName().orElse(""))
            : tls.credentialNames();
    for (String name : names) {
      common.addTlsCertificateSdsSecretConfigs(secret(scope, name, problems));
    }
    if (tls.mode() == TlsMode.MUTUAL || tls.mode() == TlsMode.OPTIONAL_MUTUAL) {
      String authorities =
          tls.caCertCredentialName().orElse(names.get(0) + CredentialSecrets.CA_SUFFIX);
      ClientValidation.ofCredential(tls).apply(secret(scope, authorities, problems), common);
    } else if (!tls.subjectAltNames().isEmpty()) {
      problems.report(
          Problem.warning(ProblemCode.NOT_TRANSLATED)
              .path("subjectAltNames")
              .message(
                  "subjectAltNames: "
                      + String.join(", ", tls.subjectAltNames())
                      + " (expected: none, because clients are not asked for certificates)")
              .build());
    }
  }

  /** The secret; {@code sds://} uses the proxy's own socket, else the mesh's SDS provider. */
  private static SdsSecretConfig secret(ProxyScope scope, String name, ProblemSink problems) {
    if (CredentialSecrets.isExternal(name)
        && !CredentialSecrets.hasCredentialSocket(scope.proxy())) {
      return SdsProviderTranslator.translate(
              scope.mesh(), CredentialSecrets.externalName(name), problems)
          .orElseGet(() -> CredentialSecrets.of(name, scope.proxy()));
    }
    return CredentialSecrets.of(name, scope.proxy());
  }
}
