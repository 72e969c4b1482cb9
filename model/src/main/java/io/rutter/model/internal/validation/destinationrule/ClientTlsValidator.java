// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.internal.validation.Findings;

/** Checks a {@link ClientTls}. */
final class ClientTlsValidator {
  private ClientTlsValidator() {}

  static void validate(ClientTls tls, Findings at) {
    boolean credential = tls.credentialName().isPresent();
    boolean own = tls.mode() == ClientTlsMode.SIMPLE || tls.mode() == ClientTlsMode.MUTUAL;
    if (tls.insecureSkipVerify().orElse(false)) {
      if ((tls.mode() == ClientTlsMode.SIMPLE && credential)
          || (own && tls.caCertificates().isPresent())) {
        at.conflicting("insecureSkipVerify beside certificates to verify with (expected: one)");
      }
      if (own && !tls.subjectAltNames().isEmpty()) {
        at.conflicting("insecureSkipVerify beside subjectAltNames (expected: one of them)");
      }
    }
    if (own && credential) {
      checkNoFiles(tls, at);
    } else if (tls.mode() == ClientTlsMode.MUTUAL) {
      if (tls.clientCertificate().isEmpty()) {
        at.missing("no clientCertificate (expected: a file, or credentialName)");
      }
      if (tls.privateKey().isEmpty()) {
        at.missing("no privateKey (expected: a file, or credentialName)");
      }
    }
  }

  private static void checkNoFiles(ClientTls tls, Findings at) {
    if (tls.clientCertificate().isPresent()
        || tls.privateKey().isPresent()
        || tls.caCertificates().isPresent()
        || tls.caCrl().isPresent()) {
      at.conflicting("files beside credentialName (expected: one of them)");
    }
  }
}
