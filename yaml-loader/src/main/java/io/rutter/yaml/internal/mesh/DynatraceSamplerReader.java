// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.DynatraceSampler;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link DynatraceSampler} (Istio: {@code
 * MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider.DynatraceSampler}).
 */
public final class DynatraceSamplerReader {
  private DynatraceSamplerReader() {}

  /** Reads the fields of the object. */
  public static DynatraceSampler read(ObjectNode in) {
    DynatraceSampler.Builder dynatraceSampler = DynatraceSampler.builder();
    dynatraceSampler.tenant(in.requiredString("tenant"));
    in.int32("clusterId").ifPresent(dynatraceSampler::clusterId);
    in.uint32("rootSpansPerMinute").ifPresent(dynatraceSampler::rootSpansPerMinute);
    in.object("httpService", DynatraceApiReader::read).ifPresent(dynatraceSampler::httpService);
    return dynatraceSampler.build();
  }
}
