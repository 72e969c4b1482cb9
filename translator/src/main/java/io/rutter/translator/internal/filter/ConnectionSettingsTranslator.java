// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions;
import io.envoyproxy.envoy.config.core.v3.HttpProtocolOptions.HeadersWithUnderscoresAction;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager.PathWithEscapedSlashesAction;
import io.rutter.model.mesh.proxyconfig.ConnectionSettings;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.proto.Wrappers;
import java.util.OptionalInt;

/**
 * Limits of connections and streams: fields of {@code HttpConnectionManager} and its protocol
 * options. They take precedence over the mesh's path normalization. Istio document: ProxyConfig,
 * {@code ConnectionSettings}.
 */
final class ConnectionSettingsTranslator {
  private ConnectionSettingsTranslator() {}

  static void translate(ConnectionSettings settings, HttpConnectionManager.Builder manager) {
    common(settings, manager);
    timeouts(settings, manager);
    http2(settings, manager);
    settings.httpMergeSlashes().ifPresent(manager::setMergeSlashes);
    switch (settings.httpPathWithEscapedSlashesAction()) {
      case PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED -> {}
      case KEEP_UNCHANGED ->
          manager.setPathWithEscapedSlashesAction(PathWithEscapedSlashesAction.KEEP_UNCHANGED);
      case REJECT_REQUEST ->
          manager.setPathWithEscapedSlashesAction(PathWithEscapedSlashesAction.REJECT_REQUEST);
      case UNESCAPE_AND_REDIRECT ->
          manager.setPathWithEscapedSlashesAction(
              PathWithEscapedSlashesAction.UNESCAPE_AND_REDIRECT);
      case UNESCAPE_AND_FORWARD ->
          manager.setPathWithEscapedSlashesAction(
              PathWithEscapedSlashesAction.UNESCAPE_AND_FORWARD);
    }
  }

  private static void common(ConnectionSettings settings, HttpConnectionManager.Builder manager) {
    HttpProtocolOptions.Builder options = manager.getCommonHttpProtocolOptions().toBuilder();
    settings.httpIdleTimeout().map(Durations::of).ifPresent(options::setIdleTimeout);
    settings
        .httpMaxConnectionDuration()
        .map(Durations::of)
        .ifPresent(options::setMaxConnectionDuration);
    settings.httpMaxStreamDuration().map(Durations::of).ifPresent(options::setMaxStreamDuration);
    switch (settings.httpHeadersWithUnderscoresAction()) {
      case HEADERS_WITH_UNDERSCORES_UNSPECIFIED -> {}
      case HEADERS_WITH_UNDERSCORES_ALLOW ->
          options.setHeadersWithUnderscoresAction(HeadersWithUnderscoresAction.ALLOW);
      case HEADERS_WITH_UNDERSCORES_REJECT_REQUEST ->
          options.setHeadersWithUnderscoresAction(HeadersWithUnderscoresAction.REJECT_REQUEST);
      case HEADERS_WITH_UNDERSCORES_DROP_HEADER ->
          options.setHeadersWithUnderscoresAction(HeadersWithUnderscoresAction.DROP_HEADER);
    }
    if (manager.hasCommonHttpProtocolOptions()
        || settings.httpIdleTimeout().isPresent()
        || settings.httpMaxConnectionDuration().isPresent()
        || settings.httpMaxStreamDuration().isPresent()
        || settings.httpHeadersWithUnderscoresAction()
            != io.rutter.model.mesh.proxyconfig.HeadersWithUnderscoresAction
                .HEADERS_WITH_UNDERSCORES_UNSPECIFIED) {
      manager.setCommonHttpProtocolOptions(options);
    }
  }

  private static void timeouts(ConnectionSettings settings, HttpConnectionManager.Builder manager) {
    settings.httpStreamIdleTimeout().map(Durations::of).ifPresent(manager::setStreamIdleTimeout);
    settings.httpRequestTimeout().map(Durations::of).ifPresent(manager::setRequestTimeout);
    settings
        .httpRequestHeadersTimeout()
        .map(Durations::of)
        .ifPresent(manager::setRequestHeadersTimeout);
    settings.httpDrainTimeout().map(Durations::of).ifPresent(manager::setDrainTimeout);
  }

  private static void http2(ConnectionSettings settings, HttpConnectionManager.Builder manager) {
    if (settings.httpMaxConcurrentStreams().isEmpty()
        && settings.http2InitialStreamWindowSize().isEmpty()
        && settings.http2InitialConnectionWindowSize().isEmpty()) {
      return;
    }
    var options = manager.getHttp2ProtocolOptionsBuilder();
    notNegative(settings.httpMaxConcurrentStreams())
        .ifPresent(n -> options.setMaxConcurrentStreams(Wrappers.uint32(n)));
    notNegative(settings.http2InitialStreamWindowSize())
        .ifPresent(n -> options.setInitialStreamWindowSize(Wrappers.uint32(n)));
    notNegative(settings.http2InitialConnectionWindowSize())
        .ifPresent(n -> options.setInitialConnectionWindowSize(Wrappers.uint32(n)));
  }

  private static OptionalInt notNegative(OptionalInt value) {
    return value.isPresent() && value.getAsInt() >= 0 ? value : OptionalInt.empty();
  }
}
