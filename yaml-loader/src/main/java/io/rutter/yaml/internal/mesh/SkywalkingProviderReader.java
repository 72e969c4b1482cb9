// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.SkywalkingProvider;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link SkywalkingProvider} (Istio: {@code
 * MeshConfig.ExtensionProvider.SkyWalkingTracingProvider}).
 */
public final class SkywalkingProviderReader {
  private SkywalkingProviderReader() {}

  /** Reads the fields of the object. */
  public static SkywalkingProvider read(ObjectNode in) {
    SkywalkingProvider.Builder skywalkingProvider = SkywalkingProvider.builder();
    skywalkingProvider.service(in.requiredString("service"));
    in.port("port").ifPresent(skywalkingProvider::port);
    in.ignore("Istio does not pass it on to Envoy", "accessToken");
    return skywalkingProvider.build();
  }
}
