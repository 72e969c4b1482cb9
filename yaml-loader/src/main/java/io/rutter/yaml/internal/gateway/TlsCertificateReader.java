// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.gateway;

import io.rutter.model.gateway.TlsCertificate;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link TlsCertificate} (Istio: {@code ServerTLSSettings.TLSCertificate}). */
public final class TlsCertificateReader {
  private TlsCertificateReader() {}

  /** Reads the fields of the object. */
  public static TlsCertificate read(ObjectNode in) {
    TlsCertificate.Builder tlsCertificate = TlsCertificate.builder();
    in.string("serverCertificate").ifPresent(tlsCertificate::serverCertificate);
    in.string("privateKey").ifPresent(tlsCertificate::privateKey);
    in.string("caCertificates").ifPresent(tlsCertificate::caCertificates);
    return tlsCertificate.build();
  }
}
