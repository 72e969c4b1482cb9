// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.PrometheusProvider;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link PrometheusProvider} (Istio: {@code
 * MeshConfig.ExtensionProvider.PrometheusMetricsProvider}).
 */
public final class PrometheusProviderReader {
  private PrometheusProviderReader() {}

  /** Reads the fields of the object. */
  public static PrometheusProvider read(ObjectNode in) {
    PrometheusProvider.Builder prometheusProvider = PrometheusProvider.builder();
    return prometheusProvider.build();
  }
}
