// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ProviderHeader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ProviderHeader} (Istio: {@code MeshConfig.ExtensionProvider.HttpHeader}). */
public final class ProviderHeaderReader {
  private ProviderHeaderReader() {}

  /** Reads the fields of the object. */
  public static ProviderHeader read(ObjectNode in) {
    ProviderHeader.Builder providerHeader = ProviderHeader.builder();
    providerHeader.name(in.requiredString("name"));
    ProviderHeaderValueReader.read(in).ifPresent(providerHeader::headerValue);
    return providerHeader.build();
  }
}
