// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.EnvironmentResourceDetector;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link EnvironmentResourceDetector} (Istio: {@code
 * MeshConfig.ExtensionProvider.ResourceDetectors.EnvironmentResourceDetector}).
 */
public final class EnvironmentResourceDetectorReader {
  private EnvironmentResourceDetectorReader() {}

  /** Reads the fields of the object. */
  public static EnvironmentResourceDetector read(ObjectNode in) {
    EnvironmentResourceDetector.Builder environmentResourceDetector =
        EnvironmentResourceDetector.builder();
    return environmentResourceDetector.build();
  }
}
