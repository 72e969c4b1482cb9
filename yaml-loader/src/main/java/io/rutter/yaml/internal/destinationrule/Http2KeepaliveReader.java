// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.Http2Keepalive;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link Http2Keepalive} (Istio: {@code
 * ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive}).
 */
public final class Http2KeepaliveReader {
  private Http2KeepaliveReader() {}

  /** Reads the fields of the object. */
  public static Http2Keepalive read(ObjectNode in) {
    Http2Keepalive.Builder http2Keepalive = Http2Keepalive.builder();
    in.duration("interval").ifPresent(http2Keepalive::interval);
    in.duration("timeout").ifPresent(http2Keepalive::timeout);
    return http2Keepalive.build();
  }
}
