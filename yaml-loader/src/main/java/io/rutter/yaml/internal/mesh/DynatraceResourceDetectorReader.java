// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.DynatraceResourceDetector;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link DynatraceResourceDetector} (Istio: {@code
 * MeshConfig.ExtensionProvider.ResourceDetectors.DynatraceResourceDetector}).
 */
public final class DynatraceResourceDetectorReader {
  private DynatraceResourceDetectorReader() {}

  /** Reads the fields of the object. */
  public static DynatraceResourceDetector read(ObjectNode in) {
    DynatraceResourceDetector.Builder dynatraceResourceDetector =
        DynatraceResourceDetector.builder();
    return dynatraceResourceDetector.build();
  }
}
