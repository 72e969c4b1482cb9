// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.proxyconfig.ForwardClientCertDetails;
import io.rutter.model.mesh.proxyconfig.MetadataExchangeHeaders;
import io.rutter.model.mesh.proxyconfig.MetadataExchangeMode;
import io.rutter.model.mesh.proxyconfig.OptInHeader;
import io.rutter.model.mesh.proxyconfig.OptOutHeader;
import io.rutter.model.mesh.proxyconfig.ProxyHeaders;
import io.rutter.model.mesh.proxyconfig.ServerHeader;
import io.rutter.model.mesh.proxyconfig.SetCurrentClientCertDetails;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ProxyHeaders}. */
final class ProxyHeadersReader {
  private ProxyHeadersReader() {}

  static ProxyHeaders proxyHeaders(ObjectNode in) {
    ProxyHeaders.Builder headers = ProxyHeaders.builder();
    in.enumValue("forwardedClientCert", ForwardClientCertDetails.class)
        .ifPresent(headers::forwardedClientCert);
    in.object("setCurrentClientCertDetails", ProxyHeadersReader::setCurrentClientCertDetails)
        .ifPresent(headers::setCurrentClientCertDetails);
    in.object("requestId", ProxyHeadersReader::disableableHeader).ifPresent(headers::requestId);
    in.object("server", ProxyHeadersReader::serverHeader).ifPresent(headers::server);
    in.object("attemptCount", ProxyHeadersReader::disableableHeader)
        .ifPresent(headers::attemptCount);
    in.object("envoyDebugHeaders", ProxyHeadersReader::disableableHeader)
        .ifPresent(headers::envoyDebugHeaders);
    in.object("metadataExchangeHeaders", ProxyHeadersReader::metadataExchangeHeaders)
        .ifPresent(headers::metadataExchangeHeaders);
    in.boolValue("preserveHttp1HeaderCase").ifPresent(headers::preserveHttp1HeaderCase);
    in.object("xForwardedHost", ProxyHeadersReader::enableableHeader)
        .ifPresent(headers::xForwardedHost);
    in.object("xForwardedPort", ProxyHeadersReader::enableableHeader)
        .ifPresent(headers::xForwardedPort);
    return headers.build();
  }

  private static SetCurrentClientCertDetails setCurrentClientCertDetails(ObjectNode in) {
    SetCurrentClientCertDetails.Builder details = SetCurrentClientCertDetails.builder();
    in.boolValue("subject").ifPresent(details::subject);
    in.boolValue("cert").ifPresent(details::cert);
    in.boolValue("chain").ifPresent(details::chain);
    in.boolValue("dns").ifPresent(details::dns);
    in.boolValue("uri").ifPresent(details::uri);
    return details.build();
  }

  /** Istio: {@code ProxyConfig.ProxyHeaders.RequestId}. */
  private static OptOutHeader disableableHeader(ObjectNode in) {
    OptOutHeader.Builder header = OptOutHeader.builder();
    in.boolValue("disabled").ifPresent(header::disabled);
    return header.build();
  }

  /** Istio: {@code ProxyConfig.ProxyHeaders.Server}. */
  private static ServerHeader serverHeader(ObjectNode in) {
    ServerHeader.Builder header = ServerHeader.builder();
    in.boolValue("disabled").ifPresent(header::disabled);
    in.string("value").ifPresent(header::value);
    return header.build();
  }

  private static MetadataExchangeHeaders metadataExchangeHeaders(ObjectNode in) {
    MetadataExchangeHeaders.Builder headers = MetadataExchangeHeaders.builder();
    in.enumValue("mode", MetadataExchangeMode.class).ifPresent(headers::mode);
    return headers.build();
  }

  /** Istio: {@code ProxyConfig.ProxyHeaders.XForwardedHost}. */
  private static OptInHeader enableableHeader(ObjectNode in) {
    OptInHeader.Builder header = OptInHeader.builder();
    in.boolValue("enabled").ifPresent(header::enabled);
    return header.build();
  }
}
