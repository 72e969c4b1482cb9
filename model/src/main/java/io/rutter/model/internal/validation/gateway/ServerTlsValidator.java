// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.gateway;

import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsCertificate;
import io.rutter.model.gateway.TlsMode;
import io.rutter.model.gateway.TlsVersion;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.TlsParameterRules;
import io.rutter.model.problem.ProblemCode;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks a {@link ServerTls}. */
public final class ServerTlsValidator {
  private ServerTlsValidator() {}

  /** Whether any file with a certificate or key is named. */
  public static boolean hasCertificates(ServerTls tls) {
    return tls.serverCertificate().isPresent()
        || tls.privateKey().isPresent()
        || tls.caCertificates().isPresent();
  }

  /** Checks the settings here. */
  public static void validate(ServerTls tls, Findings at) {
    switch (tls.mode()) {
      case ISTIO_MUTUAL -> checkNothingNamed(tls, at);
      case SIMPLE, MUTUAL, OPTIONAL_MUTUAL -> {
        checkOneSource(tls, at);
        checkFiles(tls, at);
      }
      case PASSTHROUGH, AUTO_PASSTHROUGH -> {
        warnUnused(tls, at);
        checkOneSource(tls, at);
        if (tls.credentialName().isPresent() && tls.caCrl().isPresent()) {
          at.at("caCrl").conflicting("caCrl beside credentialName (expected: none)");
        }
      }
    }
    checkDefaultSuites(tls, at.at("minProtocolVersion"));
    TlsParameterRules.checkSuites(tls.cipherSuites(), at.at("cipherSuites"));
    TlsParameterRules.checkCurves(tls.ecdhCurves(), at.at("ecdhCurves"));
  }

  private static void checkDefaultSuites(ServerTls tls, Findings at) {
    boolean old =
        tls.minProtocolVersion() == TlsVersion.TLSV1_0
            || tls.minProtocolVersion() == TlsVersion.TLSV1_1;
    if (old && tls.cipherSuites().isEmpty()) {
      at.warn(
          ProblemCode.MISSING_FIELD,
          "no default suite works below TLS 1.2 (expected: cipherSuites as well)");
    }
  }

  private static void checkNothingNamed(ServerTls tls, Findings at) {
    if (hasCertificates(tls)
        || tls.credentialName().isPresent()
        || !tls.credentialNames().isEmpty()
        || !tls.tlsCertificates().isEmpty()) {
      at.conflicting("certificates with mode ISTIO_MUTUAL (expected: none, they are the mesh's)");
    }
  }

  private static void warnUnused(ServerTls tls, Findings at) {
    if (hasCertificates(tls)
        || tls.caCrl().isPresent()
        || tls.credentialName().isPresent()
        || !tls.credentialNames().isEmpty()
        || !tls.tlsCertificates().isEmpty()) {
      at.warn(
          ProblemCode.NOT_TRANSLATED,
          "certificates have no effect with mode " + tls.mode() + " (expected: none)");
    }
  }

  private static void checkOneSource(ServerTls tls, Findings at) {
    long sources =
        Stream.of(
                tls.serverCertificate().isPresent() && tls.privateKey().isPresent(),
                tls.credentialName().isPresent(),
                !tls.credentialNames().isEmpty(),
                !tls.tlsCertificates().isEmpty())
            .filter(there -> there)
            .count();
    if (sources > 1) {
      at.conflicting("certificates from several places (expected: files or a credential)");
    }
    if (tls.credentialNames().size() > 2) {
      at.at("credentialNames").invalid("more than two credentials (expected: 1 or 2)");
    }
    if (tls.tlsCertificates().size() > 2) {
      at.at("tlsCertificates").invalid("more than two certificates (expected: 1 or 2)");
    }
  }

  private static void checkFiles(ServerTls tls, Findings at) {
    if (tls.credentialName().isPresent() || !tls.credentialNames().isEmpty()) {
      return;
    }
    if (tls.tlsCertificates().isEmpty()) {
      checkPair(tls.serverCertificate(), tls.privateKey(), at);
    }
    for (int i = 0; i < tls.tlsCertificates().size(); i++) {
      TlsCertificate pair = tls.tlsCertificates().get(i);
      checkPair(pair.serverCertificate(), pair.privateKey(), at.at("tlsCertificates").at(i));
    }
    if (tls.mode() != TlsMode.SIMPLE && tls.caCertificates().isEmpty()) {
      at.missing("no caCertificates (expected: a file, or credentialName)");
    }
    if (tls.mode() == TlsMode.SIMPLE && tls.caCrl().isPresent()) {
      at.at("caCrl")
          .conflicting("caCrl with mode SIMPLE (expected: only where clients are checked)");
    }
  }

  private static void checkPair(Optional<String> certificate, Optional<String> key, Findings at) {
    if (certificate.isEmpty()) {
      at.missing("no serverCertificate (expected: a file, or credentialName)");
    }
    if (key.isEmpty()) {
      at.missing("no privateKey (expected: a file, or credentialName)");
    }
  }
}
