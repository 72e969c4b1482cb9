// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ServiceSettingValues;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ServiceSettingValues} (Istio: {@code MeshConfig.ServiceSettings.Settings}). */
public final class ServiceSettingValuesReader {
  private ServiceSettingValuesReader() {}

  /** Reads the fields of the object. */
  public static ServiceSettingValues read(ObjectNode in) {
    ServiceSettingValues.Builder serviceSettingValues = ServiceSettingValues.builder();
    serviceSettingValues.clusterLocal(in.bool("clusterLocal"));
    return serviceSettingValues.build();
  }
}
