// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ConnectionProfile;
import io.rutter.model.mesh.ConnectionSettings;
import io.rutter.model.mesh.HeadersWithUnderscoresAction;
import io.rutter.model.mesh.PathWithEscapedSlashesAction;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ConnectionSettings} (Istio: {@code ProxyConfig.ConnectionSettings}). */
public final class ConnectionSettingsReader {
  private ConnectionSettingsReader() {}

  /** Reads the fields of the object. */
  public static ConnectionSettings read(ObjectNode in) {
    ConnectionSettings.Builder connectionSettings = ConnectionSettings.builder();
    in.enumValue("profile", ConnectionProfile.class).ifPresent(connectionSettings::profile);
    in.int32Value("listenerPerConnectionBufferLimitBytes")
        .ifPresent(connectionSettings::listenerPerConnectionBufferLimitBytes);
    in.duration("httpIdleTimeout").ifPresent(connectionSettings::httpIdleTimeout);
    in.duration("httpMaxConnectionDuration")
        .ifPresent(connectionSettings::httpMaxConnectionDuration);
    in.duration("httpDrainTimeout").ifPresent(connectionSettings::httpDrainTimeout);
    in.duration("httpRequestTimeout").ifPresent(connectionSettings::httpRequestTimeout);
    in.duration("httpRequestHeadersTimeout")
        .ifPresent(connectionSettings::httpRequestHeadersTimeout);
    in.duration("httpStreamIdleTimeout").ifPresent(connectionSettings::httpStreamIdleTimeout);
    in.duration("httpMaxStreamDuration").ifPresent(connectionSettings::httpMaxStreamDuration);
    in.int32Value("httpMaxConcurrentStreams")
        .ifPresent(connectionSettings::httpMaxConcurrentStreams);
    in.int32Value("http2InitialStreamWindowSize")
        .ifPresent(connectionSettings::http2InitialStreamWindowSize);
    in.int32Value("http2InitialConnectionWindowSize")
        .ifPresent(connectionSettings::http2InitialConnectionWindowSize);
    in.enumValue("httpHeadersWithUnderscoresAction", HeadersWithUnderscoresAction.class)
        .ifPresent(connectionSettings::httpHeadersWithUnderscoresAction);
    in.boolValue("httpMergeSlashes").ifPresent(connectionSettings::httpMergeSlashes);
    in.enumValue("httpPathWithEscapedSlashesAction", PathWithEscapedSlashesAction.class)
        .ifPresent(connectionSettings::httpPathWithEscapedSlashesAction);
    in.ignore("the reference version reads it nowhere", "clusterPerConnectionBufferLimitBytes");
    in.ignore(
        "runtime values of the bootstrap",
        "listenerConnectionLimit",
        "globalDownstreamConnectionLimit");
    return connectionSettings.build();
  }
}
