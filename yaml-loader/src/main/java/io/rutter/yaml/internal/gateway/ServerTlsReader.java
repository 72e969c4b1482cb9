// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.gateway;

import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsMode;
import io.rutter.model.gateway.TlsVersion;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ServerTls} (Istio: {@code ServerTLSSettings}). */
public final class ServerTlsReader {
  private ServerTlsReader() {}

  /** Reads the fields of the object. */
  public static ServerTls read(ObjectNode in) {
    ServerTls.Builder serverTls = ServerTls.builder();
    serverTls.httpsRedirect(in.bool("httpsRedirect"));
    in.enumValue("mode", TlsMode.class).ifPresent(serverTls::mode);
    in.string("serverCertificate").ifPresent(serverTls::serverCertificate);
    in.string("privateKey").ifPresent(serverTls::privateKey);
    in.string("caCertificates").ifPresent(serverTls::caCertificates);
    in.string("caCrl").ifPresent(serverTls::caCrl);
    in.string("credentialName").ifPresent(serverTls::credentialName);
    serverTls.credentialNames(in.strings("credentialNames"));
    in.string("caCertCredentialName").ifPresent(serverTls::caCertCredentialName);
    serverTls.tlsCertificates(in.objects("tlsCertificates", TlsCertificateReader::read));
    serverTls.subjectAltNames(in.strings("subjectAltNames"));
    serverTls.verifyCertificateSpki(in.strings("verifyCertificateSpki"));
    serverTls.verifyCertificateHash(in.strings("verifyCertificateHash"));
    in.enumValue("minProtocolVersion", TlsVersion.class).ifPresent(serverTls::minProtocolVersion);
    in.enumValue("maxProtocolVersion", TlsVersion.class).ifPresent(serverTls::maxProtocolVersion);
    serverTls.cipherSuites(in.strings("cipherSuites"));
    serverTls.ecdhCurves(in.strings("ecdhCurves"));
    in.boolValue("insecureSkipVerify").ifPresent(serverTls::insecureSkipVerify);
    return serverTls.build();
  }
}
