// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ClientTls} (Istio: {@code ClientTLSSettings}). */
public final class ClientTlsReader {
  private ClientTlsReader() {}

  /** Reads the fields of the object. */
  public static ClientTls read(ObjectNode in) {
    ClientTls.Builder clientTls = ClientTls.builder();
    in.enumValue("mode", ClientTlsMode.class).ifPresent(clientTls::mode);
    in.string("clientCertificate").ifPresent(clientTls::clientCertificate);
    in.string("privateKey").ifPresent(clientTls::privateKey);
    in.string("caCertificates").ifPresent(clientTls::caCertificates);
    in.string("credentialName").ifPresent(clientTls::credentialName);
    clientTls.subjectAltNames(in.strings("subjectAltNames"));
    in.string("sni").ifPresent(clientTls::sni);
    in.boolValue("insecureSkipVerify").ifPresent(clientTls::insecureSkipVerify);
    in.string("caCrl").ifPresent(clientTls::caCrl);
    return clientTls.build();
  }
}
