// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import io.rutter.model.mesh.proxyconfig.ConnectionProfile;
import io.rutter.model.mesh.proxyconfig.ConnectionSettings;
import io.rutter.model.mesh.proxyconfig.HeadersWithUnderscoresAction;
import io.rutter.model.mesh.proxyconfig.PathWithEscapedSlashesAction;
import io.rutter.translator.internal.resolve.ProxyConfigs;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.time.Duration;
import java.util.Optional;

/**
 * The connection settings that apply to a proxy: those of its ProxyConfig; on gateways with the
 * profile EDGE, Envoy's recommendations for edge proxies fill in unset fields. Envoy document:
 * Configuring Envoy as an edge proxy.
 */
public final class ConnectionSettingsProfiles {
  private ConnectionSettingsProfiles() {}

  /** The settings, if there are any. */
  public static Optional<ConnectionSettings> forProxy(ProxyScope scope) {
    return ProxyConfigs.of(scope)
        .connectionSettings()
        .map(
            settings ->
                scope.isGateway() && settings.profile() == ConnectionProfile.EDGE
                    ? withEdgeDefaults(settings)
                    : settings);
  }

  private static ConnectionSettings withEdgeDefaults(ConnectionSettings given) {
    ConnectionSettings.Builder settings =
        given.toBuilder()
            .listenerPerConnectionBufferLimitBytes(
                given.listenerPerConnectionBufferLimitBytes().orElse(32 * 1024))
            .httpIdleTimeout(given.httpIdleTimeout().orElse(Duration.ofHours(1)))
            .httpStreamIdleTimeout(given.httpStreamIdleTimeout().orElse(Duration.ofMinutes(5)))
            .httpRequestTimeout(given.httpRequestTimeout().orElse(Duration.ofMinutes(5)))
            .httpRequestHeadersTimeout(
                given.httpRequestHeadersTimeout().orElse(Duration.ofSeconds(60)))
            .httpMaxConcurrentStreams(given.httpMaxConcurrentStreams().orElse(100))
            .http2InitialStreamWindowSize(given.http2InitialStreamWindowSize().orElse(64 * 1024))
            .http2InitialConnectionWindowSize(
                given.http2InitialConnectionWindowSize().orElse(1024 * 1024))
            .httpMergeSlashes(given.httpMergeSlashes().orElse(true));
    if (given.httpHeadersWithUnderscoresAction()
        == HeadersWithUnderscoresAction.HEADERS_WITH_UNDERSCORES_UNSPECIFIED) {
      settings.httpHeadersWithUnderscoresAction(
          HeadersWithUnderscoresAction.HEADERS_WITH_UNDERSCORES_REJECT_REQUEST);
    }
    if (given.httpPathWithEscapedSlashesAction()
        == PathWithEscapedSlashesAction.PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED) {
      settings.httpPathWithEscapedSlashesAction(PathWithEscapedSlashesAction.UNESCAPE_AND_REDIRECT);
    }
    return settings.build();
  }
}
