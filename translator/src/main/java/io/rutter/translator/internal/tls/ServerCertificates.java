// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsCertificate;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.resolve.settings.ProxyMetadata;
import java.util.Optional;

/**
 * The certificates of a server that come from files or from the mesh. The Istio agent reads files
 * and serves them as secrets, so that they can be rotated; if certificate or key is missing, the
 * workload's own identity is used. Istio document: Gateway, {@code ServerTLSSettings}.
 */
final class ServerCertificates {
  private ServerCertificates() {}

  /** Sets the workload's identity: files that the proxy's metadata names, else the mesh's. */
  static void workload(Proxy proxy, ClientValidation validation, CommonTlsContext.Builder common) {
    common.addTlsCertificateSdsSecretConfigs(
        certificate(
            proxy,
            ProxyMetadata.text(proxy, "TLS_SERVER_CERT_CHAIN"),
            ProxyMetadata.text(proxy, "TLS_SERVER_KEY")));
    validation.apply(authorities(proxy, ProxyMetadata.text(proxy, "TLS_SERVER_ROOT_CERT")), common);
  }

  /** Sets the files that the server's settings name. */
  static void files(
      Proxy proxy, ServerTls tls, ClientValidation validation, CommonTlsContext.Builder common) {
    if (tls.tlsCertificates().isEmpty()) {
      common.addTlsCertificateSdsSecretConfigs(
          certificate(proxy, tls.serverCertificate(), tls.privateKey()));
    }
    for (TlsCertificate pair : tls.tlsCertificates()) {
      common.addTlsCertificateSdsSecretConfigs(
          certificate(proxy, pair.serverCertificate(), pair.privateKey()));
    }
    validation.apply(authorities(proxy, tls.caCertificates()), common);
  }

  private static SdsSecretConfig certificate(
      Proxy proxy, Optional<String> certificate, Optional<String> key) {
    return certificate.isPresent() && key.isPresent()
        ? SdsSecretConfigs.certificateFiles(certificate.get(), key.get(), proxy)
        : SdsSecretConfigs.workload();
  }

  private static SdsSecretConfig authorities(Proxy proxy, Optional<String> file) {
    return file.map(path -> SdsSecretConfigs.rootFile(path, proxy))
        .orElseGet(SdsSecretConfigs::meshRoot);
  }
}
