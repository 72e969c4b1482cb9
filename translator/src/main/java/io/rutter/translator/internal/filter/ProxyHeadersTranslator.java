// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import io.envoyproxy.envoy.config.core.v3.Http1ProtocolOptions.HeaderKeyFormat;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.ServerHeaderTransformation;
import io.envoyproxy.envoy.extensions.http.header_formatters.preserve_case.v3.PreserveCaseFormatterConfig;
import io.rutter.model.mesh.proxyconfig.OptInHeader;
import io.rutter.model.mesh.proxyconfig.OptOutHeader;
import io.rutter.model.mesh.proxyconfig.ProxyHeaders;
import io.rutter.model.mesh.proxyconfig.ServerHeader;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.Optional;

/**
 * Headers that the proxy itself adds: fields of {@code HttpConnectionManager}. Defaults: {@code
 * server: istio-envoy}, except outbound, where the header is passed through; request ids on; no
 * forwarded port. Istio document: ProxyConfig, {@code ProxyHeaders}.
 */
final class ProxyHeadersTranslator {
  private static final String SERVER_NAME = "istio-envoy";

  private ProxyHeadersTranslator() {}

  static void translate(
      Optional<ProxyHeaders> headers,
      ListenerClass listenerClass,
      HttpConnectionManager.Builder manager) {
    server(headers.flatMap(ProxyHeaders::server), listenerClass, manager);
    if (isDisabled(headers.flatMap(ProxyHeaders::requestId))) {
      manager.setGenerateRequestId(Wrappers.FALSE);
    }
    manager.setAppendXForwardedPort(
        headers.flatMap(ProxyHeaders::xForwardedPort).flatMap(OptInHeader::enabled).orElse(false));
    if (headers.flatMap(ProxyHeaders::preserveHttp1HeaderCase).orElse(false)) {
      manager.getHttpProtocolOptionsBuilder().setHeaderKeyFormat(preserveCase());
    }
  }

  /** Whether Envoy's own debug headers are suppressed. */
  static boolean suppressesDebugHeaders(Optional<ProxyHeaders> headers) {
    return isDisabled(headers.flatMap(ProxyHeaders::envoyDebugHeaders));
  }

  private static void server(
      Optional<ServerHeader> server,
      ListenerClass listenerClass,
      HttpConnectionManager.Builder manager) {
    if (server.flatMap(ServerHeader::disabled).orElse(false)) {
      manager.setServerHeaderTransformation(ServerHeaderTransformation.PASS_THROUGH);
      return;
    }
    manager.setServerName(
        server
            .flatMap(ServerHeader::value)
            .filter(name -> !name.isEmpty())
            .orElse(listenerClass == ListenerClass.SIDECAR_OUTBOUND ? "" : SERVER_NAME));
  }

  private static HeaderKeyFormat preserveCase() {
    return HeaderKeyFormat.newBuilder()
        .setStatefulFormatter(
            TypedExtensionConfig.newBuilder()
                .setName("preserve_case")
                .setTypedConfig(Anys.pack(PreserveCaseFormatterConfig.getDefaultInstance())))
        .build();
  }

  private static boolean isDisabled(Optional<OptOutHeader> header) {
    return header.flatMap(OptOutHeader::disabled).orElse(false);
  }
}
