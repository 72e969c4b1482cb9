// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ResourceDetectors;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link ResourceDetectors} (Istio: {@code MeshConfig.ExtensionProvider.ResourceDetectors}).
 */
public final class ResourceDetectorsReader {
  private ResourceDetectorsReader() {}

  /** Reads the fields of the object. */
  public static ResourceDetectors read(ObjectNode in) {
    ResourceDetectors.Builder resourceDetectors = ResourceDetectors.builder();
    in.object("environment", EnvironmentResourceDetectorReader::read)
        .ifPresent(resourceDetectors::environment);
    in.object("dynatrace", DynatraceResourceDetectorReader::read)
        .ifPresent(resourceDetectors::dynatrace);
    return resourceDetectors.build();
  }
}
