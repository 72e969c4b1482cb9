// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.DisableableHeader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link DisableableHeader} (Istio: {@code ProxyConfig.ProxyHeaders.RequestId}). */
public final class DisableableHeaderReader {
  private DisableableHeaderReader() {}

  /** Reads the fields of the object. */
  public static DisableableHeader read(ObjectNode in) {
    DisableableHeader.Builder disableableHeader = DisableableHeader.builder();
    in.boolValue("disabled").ifPresent(disableableHeader::disabled);
    return disableableHeader.build();
  }
}
