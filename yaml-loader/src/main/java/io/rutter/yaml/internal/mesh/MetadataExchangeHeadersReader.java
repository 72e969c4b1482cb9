// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.MetadataExchangeHeaders;
import io.rutter.model.mesh.MetadataExchangeMode;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link MetadataExchangeHeaders} (Istio: {@code
 * ProxyConfig.ProxyHeaders.MetadataExchangeHeaders}).
 */
public final class MetadataExchangeHeadersReader {
  private MetadataExchangeHeadersReader() {}

  /** Reads the fields of the object. */
  public static MetadataExchangeHeaders read(ObjectNode in) {
    MetadataExchangeHeaders.Builder metadataExchangeHeaders = MetadataExchangeHeaders.builder();
    in.enumValue("mode", MetadataExchangeMode.class).ifPresent(metadataExchangeHeaders::mode);
    return metadataExchangeHeaders.build();
  }
}
