// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.mesh.MeshConfig;

/** The mesh's settings with Istio's defaults where the MeshConfig has none. */
public record MeshSettings(MeshConfig config) {
  /** Lays the configuration over the defaults. */
  public static MeshSettings of(MeshConfig config) {
    return new MeshSettings(config);
  }

  /** {@code rootNamespace}, default {@code istio-system}. */
  public String rootNamespace() {
    return config.rootNamespace().orElse("istio-system");
  }
}
