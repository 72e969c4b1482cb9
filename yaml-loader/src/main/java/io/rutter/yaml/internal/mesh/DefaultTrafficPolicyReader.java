// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.DefaultTrafficPolicy;
import io.rutter.yaml.internal.destinationrule.ConnectionPoolReader;
import io.rutter.yaml.internal.destinationrule.OutlierDetectionReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link DefaultTrafficPolicy} (Istio: {@code MeshConfig.DefaultTrafficPolicy}). */
public final class DefaultTrafficPolicyReader {
  private DefaultTrafficPolicyReader() {}

  /** Reads the fields of the object. */
  public static DefaultTrafficPolicy read(ObjectNode in) {
    DefaultTrafficPolicy.Builder defaultTrafficPolicy = DefaultTrafficPolicy.builder();
    in.object("connectionPool", ConnectionPoolReader::read)
        .ifPresent(defaultTrafficPolicy::connectionPool);
    in.object("outlierDetection", OutlierDetectionReader::read)
        .ifPresent(defaultTrafficPolicy::outlierDetection);
    return defaultTrafficPolicy.build();
  }
}
