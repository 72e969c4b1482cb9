// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.output;

import com.google.common.net.InetAddresses;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CommonTlsContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext;
import io.envoyproxy.envoy.type.matcher.v3.StringMatcher;

/** {@link XdsTls} → {@link UpstreamTlsContext}. */
final class XdsTlsContext {
  private XdsTlsContext() {}

  static UpstreamTlsContext of(XdsTls tls, String host) {
    String name = tls.serverName().orElse(host);
    boolean isAddress = InetAddresses.isInetAddress(name);
    CommonTlsContext.Builder common =
        CommonTlsContext.newBuilder()
            .addAlpnProtocols("h2")
            .setTlsParams(
                // Below 1.3, Envoy refuses a control plane whose key is on another curve than
                // P-256; above all, what a client offers by itself ends at 1.2.
                TlsParameters.newBuilder()
                    .setTlsMinimumProtocolVersion(TlsParameters.TlsProtocol.TLSv1_3)
                    .setTlsMaximumProtocolVersion(TlsParameters.TlsProtocol.TLSv1_3))
            .setValidationContext(
                CertificateValidationContext.newBuilder()
                    .setTrustedCa(file(tls.authorities()))
                    .addMatchTypedSubjectAltNames(
                        SubjectAltNameMatcher.newBuilder()
                            .setSanType(
                                isAddress
                                    ? SubjectAltNameMatcher.SanType.IP_ADDRESS
                                    : SubjectAltNameMatcher.SanType.DNS)
                            .setMatcher(StringMatcher.newBuilder().setExact(name))));
    if (tls.certificate().isPresent() && tls.key().isPresent()) {
      common.addTlsCertificates(
          TlsCertificate.newBuilder()
              .setCertificateChain(file(tls.certificate().get()))
              .setPrivateKey(file(tls.key().get())));
    }
    return UpstreamTlsContext.newBuilder()
        .setSni(isAddress ? "" : name) // An address is no server name.
        .setCommonTlsContext(common)
        .build();
  }

  private static DataSource file(String path) {
    return DataSource.newBuilder().setFilename(path).build();
  }
}
