// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.gateway;

import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsCertificate;
import io.rutter.model.gateway.TlsMode;
import io.rutter.model.gateway.TlsVersion;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ServerTls}. */
public final class ServerTlsReader {
  private ServerTlsReader() {}

  /** Istio: {@code ServerTLSSettings}. */
  public static ServerTls serverTls(ObjectNode in) {
    ServerTls.Builder tls = ServerTls.builder();
    tls.httpsRedirect(in.bool("httpsRedirect"));
    in.enumValue("mode", TlsMode.class).ifPresent(tls::mode);
    in.string("serverCertificate").ifPresent(tls::serverCertificate);
    in.string("privateKey").ifPresent(tls::privateKey);
    in.string("caCertificates").ifPresent(tls::caCertificates);
    in.string("caCrl").ifPresent(tls::caCrl);
    in.string("credentialName").ifPresent(tls::credentialName);
    tls.credentialNames(in.strings("credentialNames"));
    in.string("caCertCredentialName").ifPresent(tls::caCertCredentialName);
    tls.tlsCertificates(in.objects("tlsCertificates", ServerTlsReader::tlsCertificate));
    tls.subjectAltNames(in.strings("subjectAltNames"));
    tls.verifyCertificateSpki(in.strings("verifyCertificateSpki"));
    tls.verifyCertificateHash(in.strings("verifyCertificateHash"));
    in.enumValue("minProtocolVersion", TlsVersion.class).ifPresent(tls::minProtocolVersion);
    in.enumValue("maxProtocolVersion", TlsVersion.class).ifPresent(tls::maxProtocolVersion);
    tls.cipherSuites(in.strings("cipherSuites"));
    tls.ecdhCurves(in.strings("ecdhCurves"));
    in.boolValue("insecureSkipVerify").ifPresent(tls::insecureSkipVerify);
    return tls.build();
  }

  /** Istio: {@code ServerTLSSettings.TLSCertificate}. */
  private static TlsCertificate tlsCertificate(ObjectNode in) {
    TlsCertificate.Builder certificate = TlsCertificate.builder();
    in.string("serverCertificate").ifPresent(certificate::serverCertificate);
    in.string("privateKey").ifPresent(certificate::privateKey);
    in.string("caCertificates").ifPresent(certificate::caCertificates);
    return certificate.build();
  }
}
