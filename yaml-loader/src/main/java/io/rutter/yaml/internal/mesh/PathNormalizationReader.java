// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.PathNormalization;
import io.rutter.model.mesh.PathNormalizationType;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link PathNormalization} (Istio: {@code MeshConfig.ProxyPathNormalization}). */
public final class PathNormalizationReader {
  private PathNormalizationReader() {}

  /** Reads the fields of the object. */
  public static PathNormalization read(ObjectNode in) {
    PathNormalization.Builder pathNormalization = PathNormalization.builder();
    in.enumValue("normalization", PathNormalizationType.class)
        .ifPresent(pathNormalization::normalization);
    return pathNormalization.build();
  }
}
