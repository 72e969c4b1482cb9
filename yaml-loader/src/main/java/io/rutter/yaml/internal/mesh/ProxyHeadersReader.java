// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ForwardClientCertDetails;
import io.rutter.model.mesh.ProxyHeaders;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ProxyHeaders} (Istio: {@code ProxyConfig.ProxyHeaders}). */
public final class ProxyHeadersReader {
  private ProxyHeadersReader() {}

  /** Reads the fields of the object. */
  public static ProxyHeaders read(ObjectNode in) {
    ProxyHeaders.Builder proxyHeaders = ProxyHeaders.builder();
    in.enumValue("forwardedClientCert", ForwardClientCertDetails.class)
        .ifPresent(proxyHeaders::forwardedClientCert);
    in.object("setCurrentClientCertDetails", SetCurrentClientCertDetailsReader::read)
        .ifPresent(proxyHeaders::setCurrentClientCertDetails);
    in.object("requestId", DisableableHeaderReader::read).ifPresent(proxyHeaders::requestId);
    in.object("server", ServerHeaderReader::read).ifPresent(proxyHeaders::server);
    in.object("attemptCount", DisableableHeaderReader::read).ifPresent(proxyHeaders::attemptCount);
    in.object("envoyDebugHeaders", DisableableHeaderReader::read)
        .ifPresent(proxyHeaders::envoyDebugHeaders);
    in.object("metadataExchangeHeaders", MetadataExchangeHeadersReader::read)
        .ifPresent(proxyHeaders::metadataExchangeHeaders);
    in.boolValue("preserveHttp1HeaderCase").ifPresent(proxyHeaders::preserveHttp1HeaderCase);
    in.object("xForwardedHost", EnableableHeaderReader::read)
        .ifPresent(proxyHeaders::xForwardedHost);
    in.object("xForwardedPort", EnableableHeaderReader::read)
        .ifPresent(proxyHeaders::xForwardedPort);
    return proxyHeaders.build();
  }
}
