// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.rutter.model.destinationrule.ClientTls;

/**
 * Which TLS settings are taken from the requested host. Istio document: Destination Rule, {@code
 * ClientTLSSettings}.
 *
 * @param sni the server name of the handshake, where the rule names none
 * @param verification the name that the server's certificate must carry, where the rule names none
 */
record AutoServerName(boolean sni, boolean verification) {
  /** No setting is taken from the requested host. */
  static final AutoServerName NONE = new AutoServerName(false, false);

  /** The settings for TLS to a fixed service: the name is verified only if it is also sent. */
  static AutoServerName of(ClientTls tls) {
    boolean sni = tls.sni().orElse("").isEmpty();
    return new AutoServerName(sni, sni && tls.subjectAltNames().isEmpty() && !isInsecure(tls));
  }

  /** The settings for TLS to requested hosts: the name is always verified. */
  static AutoServerName ofDynamicHost(ClientTls tls) {
    return new AutoServerName(tls.sni().orElse("").isEmpty(), !isInsecure(tls));
  }

  /** Whether the requested host is both sent as server name and verified. */
  boolean isComplete() {
    return sni && verification;
  }

  private static boolean isInsecure(ClientTls tls) {
    return tls.insecureSkipVerify().orElse(false);
  }
}
