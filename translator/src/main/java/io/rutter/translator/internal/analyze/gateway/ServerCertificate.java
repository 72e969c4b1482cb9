// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.gateway;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsMode;
import java.util.Optional;

/**
 * The certificate of a server that does not ask clients for one.
 *
 * @param field the field that names it
 * @param names names of secrets or of files
 */
record ServerCertificate(String field, ImmutableSet<String> names) {

  /**
   * Empty where clients present certificates, and where the server presents the mesh's certificate
   * or none.
   */
  static Optional<ServerCertificate> of(ServerTls tls) {
    if (tls.mode() != TlsMode.SIMPLE) {
      return Optional.empty();
    }
    return Optional.of(named(tls)).filter(certificate -> !certificate.names().isEmpty());
  }

  private static ServerCertificate named(ServerTls tls) {
    if (!tls.credentialNames().isEmpty()) {
      return new ServerCertificate("credentialNames", ImmutableSet.copyOf(tls.credentialNames()));
    }
    if (tls.credentialName().isPresent()) {
      return new ServerCertificate("credentialName", ImmutableSet.of(tls.credentialName().get()));
    }
    return new ServerCertificate(
        "serverCertificate",
        tls.serverCertificate().map(ImmutableSet::of).orElse(ImmutableSet.of()));
  }
}
