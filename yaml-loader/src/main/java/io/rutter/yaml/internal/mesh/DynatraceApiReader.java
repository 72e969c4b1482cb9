// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.DynatraceApi;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link DynatraceApi} (Istio: {@code
 * MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider.DynatraceSampler.DynatraceApi}).
 */
public final class DynatraceApiReader {
  private DynatraceApiReader() {}

  /** Reads the fields of the object. */
  public static DynatraceApi read(ObjectNode in) {
    DynatraceApi.Builder dynatraceApi = DynatraceApi.builder();
    dynatraceApi.service(in.requiredString("service"));
    in.port("port").ifPresent(dynatraceApi::port);
    dynatraceApi.http(in.requiredObject("http", ProviderHttpServiceReader::read));
    return dynatraceApi.build();
  }
}
