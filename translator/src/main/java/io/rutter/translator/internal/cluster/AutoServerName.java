// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.cluster;

import io.rutter.model.destinationrule.ClientTls;

/**
 * What TLS takes from the host that each request asks for. Istio document: Destination Rule, {@code
 * ClientTLSSettings}.
 *
 * @param sni the server name of the handshake, where the rule names none
 * @param verification the name that the server's certificate must bear, where the rule names none
 */
record AutoServerName(boolean sni, boolean verification) {
  /** Nothing. */
  static final AutoServerName NONE = new AutoServerName(false, false);

  /** For TLS towards a fixed service: the name is checked only if it is also asked for. */
  static AutoServerName of(ClientTls tls) {
    boolean sni = tls.sni().orElse("").isEmpty();
    return new AutoServerName(sni, sni && tls.subjectAltNames().isEmpty() && !isInsecure(tls));
  }

  /** For TLS towards hosts that requests name: the name is always checked. */
  static AutoServerName ofDynamicHost(ClientTls tls) {
    return new AutoServerName(tls.sni().orElse("").isEmpty(), !isInsecure(tls));
  }

  /** Whether the host of each request is asked for and checked. */
  boolean isComplete() {
    return sni && verification;
  }

  private static boolean isInsecure(ClientTls tls) {
    return tls.insecureSkipVerify().orElse(false);
  }
}
