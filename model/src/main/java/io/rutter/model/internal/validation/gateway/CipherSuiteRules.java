// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.gateway;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsVersion;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.problem.ProblemCode;
import java.util.HashSet;
import java.util.Set;

/** Cipher suites of a server, by the names that BoringSSL, and with it Envoy, has for them. */
final class CipherSuiteRules {
  private static final ImmutableSet<String> KNOWN =
      ImmutableSet.of(
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384",
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "ECDHE-ECDSA-CHACHA20-POLY1305",
          "ECDHE-RSA-CHACHA20-POLY1305",
          "ECDHE-ECDSA-AES128-SHA",
          "ECDHE-RSA-AES128-SHA",
          "ECDHE-ECDSA-AES256-SHA",
          "ECDHE-RSA-AES256-SHA",
          "AES256-GCM-SHA384",
          "AES128-GCM-SHA256",
          "AES128-SHA",
          "AES256-SHA",
          "DES-CBC3-SHA",
          "ALL",
          "");

  private CipherSuiteRules() {}

  static void check(ServerTls tls, Findings at) {
    ImmutableList<String> suites = tls.cipherSuites();
    boolean old =
        tls.minProtocolVersion() == TlsVersion.TLSV1_0
            || tls.minProtocolVersion() == TlsVersion.TLSV1_1;
    if (old && suites.isEmpty()) {
      at.at("minProtocolVersion")
          .warn(
              ProblemCode.MISSING_FIELD,
              "no default suite works below TLS 1.2 (expected: cipherSuites as well)");
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < suites.size(); i++) {
      String suite = suites.get(i);
      Findings here = at.at("cipherSuites").at(i);
      if (!KNOWN.contains(suite) && Character.isLetterOrDigit(suite.charAt(0))) {
        here.warn(
            ProblemCode.NOT_TRANSLATED,
            "suite: \"" + suite + "\" is left out (expected: a name such as AES128-SHA)");
      } else if (!seen.add(suite)) {
        here.warn(
            ProblemCode.NOT_TRANSLATED,
            "suite: \"" + suite + "\" is left out (expected: each once)");
      }
    }
  }
}
