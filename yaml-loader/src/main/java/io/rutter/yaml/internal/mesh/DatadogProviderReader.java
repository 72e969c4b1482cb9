// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.DatadogProvider;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link DatadogProvider} (Istio: {@code
 * MeshConfig.ExtensionProvider.DatadogTracingProvider}).
 */
public final class DatadogProviderReader {
  private DatadogProviderReader() {}

  /** Reads the fields of the object. */
  public static DatadogProvider read(ObjectNode in) {
    DatadogProvider.Builder datadogProvider = DatadogProvider.builder();
    datadogProvider.service(in.requiredString("service"));
    in.port("port").ifPresent(datadogProvider::port);
    in.uint32("maxTagLength").ifPresent(datadogProvider::maxTagLength);
    return datadogProvider.build();
  }
}
