// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.settings;

import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;

/**
 * Whether the TLS of a DestinationRule needs a secret that not every proxy may read. Istio
 * document: Destination Rule, {@code credentialName}.
 */
public final class ClientSecrets {
  private static final String CONFIG_MAP = "configmap://";

  private ClientSecrets() {}

  /**
   * Whether a secret is needed; the mesh's own identity and ConfigMaps are not secrets in this
   * sense.
   */
  public static boolean areNeeded(ClientTls tls) {
    boolean ordinary = tls.mode() == ClientTlsMode.SIMPLE || tls.mode() == ClientTlsMode.MUTUAL;
    return ordinary
        && tls.credentialName().filter(name -> !name.startsWith(CONFIG_MAP)).isPresent();
  }
}
