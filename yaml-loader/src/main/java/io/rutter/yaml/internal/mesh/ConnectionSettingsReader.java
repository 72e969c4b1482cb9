// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.proxyconfig.ConnectionProfile;
import io.rutter.model.mesh.proxyconfig.ConnectionSettings;
import io.rutter.model.mesh.proxyconfig.HeadersWithUnderscoresAction;
import io.rutter.model.mesh.proxyconfig.PathWithEscapedSlashesAction;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ConnectionSettings}. */
final class ConnectionSettingsReader {
  private ConnectionSettingsReader() {}

  static ConnectionSettings connectionSettings(ObjectNode in) {
    ConnectionSettings.Builder settings = ConnectionSettings.builder();
    in.enumValue("profile", ConnectionProfile.class).ifPresent(settings::profile);
    in.int32Value("listenerPerConnectionBufferLimitBytes")
        .ifPresent(settings::listenerPerConnectionBufferLimitBytes);
    in.duration("httpIdleTimeout").ifPresent(settings::httpIdleTimeout);
    in.duration("httpMaxConnectionDuration").ifPresent(settings::httpMaxConnectionDuration);
    in.duration("httpDrainTimeout").ifPresent(settings::httpDrainTimeout);
    in.duration("httpRequestTimeout").ifPresent(settings::httpRequestTimeout);
    in.duration("httpRequestHeadersTimeout").ifPresent(settings::httpRequestHeadersTimeout);
    in.duration("httpStreamIdleTimeout").ifPresent(settings::httpStreamIdleTimeout);
    in.duration("httpMaxStreamDuration").ifPresent(settings::httpMaxStreamDuration);
    in.int32Value("httpMaxConcurrentStreams").ifPresent(settings::httpMaxConcurrentStreams);
    in.int32Value("http2InitialStreamWindowSize").ifPresent(settings::http2InitialStreamWindowSize);
    in.int32Value("http2InitialConnectionWindowSize")
        .ifPresent(settings::http2InitialConnectionWindowSize);
    in.enumValue("httpHeadersWithUnderscoresAction", HeadersWithUnderscoresAction.class)
        .ifPresent(settings::httpHeadersWithUnderscoresAction);
    in.boolValue("httpMergeSlashes").ifPresent(settings::httpMergeSlashes);
    in.enumValue("httpPathWithEscapedSlashesAction", PathWithEscapedSlashesAction.class)
        .ifPresent(settings::httpPathWithEscapedSlashesAction);
    in.ignore("the reference version reads it nowhere", "clusterPerConnectionBufferLimitBytes");
    in.ignore(
        "runtime values of the bootstrap",
        "listenerConnectionLimit",
        "globalDownstreamConnectionLimit");
    return settings.build();
  }
}
