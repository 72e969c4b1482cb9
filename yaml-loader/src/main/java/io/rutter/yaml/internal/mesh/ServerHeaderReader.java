// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ServerHeader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ServerHeader} (Istio: {@code ProxyConfig.ProxyHeaders.Server}). */
public final class ServerHeaderReader {
  private ServerHeaderReader() {}

  /** Reads the fields of the object. */
  public static ServerHeader read(ObjectNode in) {
    ServerHeader.Builder serverHeader = ServerHeader.builder();
    in.boolValue("disabled").ifPresent(serverHeader::disabled);
    in.string("value").ifPresent(serverHeader::value);
    return serverHeader.build();
  }
}
