// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.H2UpgradePolicy;
import io.rutter.model.destinationrule.HttpSettings;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link HttpSettings} (Istio: {@code ConnectionPoolSettings.HTTPSettings}). */
public final class HttpSettingsReader {
  private HttpSettingsReader() {}

  /** Reads the fields of the object. */
  public static HttpSettings read(ObjectNode in) {
    HttpSettings.Builder httpSettings = HttpSettings.builder();
    in.int32("http1MaxPendingRequests").ifPresent(httpSettings::http1MaxPendingRequests);
    in.int32("http2MaxRequests").ifPresent(httpSettings::http2MaxRequests);
    in.int32("maxRequestsPerConnection").ifPresent(httpSettings::maxRequestsPerConnection);
    in.int32("maxRetries").ifPresent(httpSettings::maxRetries);
    in.duration("idleTimeout").ifPresent(httpSettings::idleTimeout);
    in.enumValue("h2UpgradePolicy", H2UpgradePolicy.class).ifPresent(httpSettings::h2UpgradePolicy);
    httpSettings.useClientProtocol(in.bool("useClientProtocol"));
    in.int32("maxConcurrentStreams").ifPresent(httpSettings::maxConcurrentStreams);
    in.object("http2KeepAlive", Http2KeepaliveReader::read).ifPresent(httpSettings::http2KeepAlive);
    return httpSettings.build();
  }
}
