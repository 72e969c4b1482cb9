// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.EnableableHeader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link EnableableHeader} (Istio: {@code ProxyConfig.ProxyHeaders.XForwardedHost}). */
public final class EnableableHeaderReader {
  private EnableableHeaderReader() {}

  /** Reads the fields of the object. */
  public static EnableableHeader read(ObjectNode in) {
    EnableableHeader.Builder enableableHeader = EnableableHeader.builder();
    in.boolValue("enabled").ifPresent(enableableHeader::enabled);
    return enableableHeader.build();
  }
}
