// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ServiceSettings;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ServiceSettings} (Istio: {@code MeshConfig.ServiceSettings}). */
public final class ServiceSettingsReader {
  private ServiceSettingsReader() {}

  /** Reads the fields of the object. */
  public static ServiceSettings read(ObjectNode in) {
    ServiceSettings.Builder serviceSettings = ServiceSettings.builder();
    in.object("settings", ServiceSettingValuesReader::read).ifPresent(serviceSettings::settings);
    serviceSettings.hosts(in.strings("hosts"));
    return serviceSettings.build();
  }
}
