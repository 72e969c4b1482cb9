// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import com.google.common.base.Splitter;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.internal.validation.Findings;
import java.util.List;

/** Checks a {@link ClientTls}. */
public final class ClientTlsValidator {
  private static final String CONFIG_MAP = "configmap://";

  private ClientTlsValidator() {}

  /** Checks the settings here. */
  public static void validate(ClientTls tls, Findings at) {
    tls.credentialName()
        .filter(name -> name.startsWith(CONFIG_MAP))
        .ifPresent(name -> checkConfigMap(name, at.at("credentialName")));
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

  /** A ConfigMap is named with its namespace, which must be that of the rule. */
  private static void checkConfigMap(String name, Findings at) {
    String namespace = at.object().namespace();
    List<String> parts = Splitter.on('/').splitToList(name.substring(CONFIG_MAP.length()));
    if (parts.size() < 2 || !parts.get(0).equals(namespace) || parts.get(1).isEmpty()) {
      at.invalid("credential: \"" + name + "\" (expected: " + CONFIG_MAP + namespace + "/NAME)");
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
