// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ProviderGrpcService;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ProviderGrpcService} (Istio: {@code MeshConfig.ExtensionProvider.GrpcService}). */
public final class ProviderGrpcServiceReader {
  private ProviderGrpcServiceReader() {}

  /** Reads the fields of the object. */
  public static ProviderGrpcService read(ObjectNode in) {
    ProviderGrpcService.Builder providerGrpcService = ProviderGrpcService.builder();
    in.duration("timeout").ifPresent(providerGrpcService::timeout);
    providerGrpcService.initialMetadata(in.objects("initialMetadata", ProviderHeaderReader::read));
    return providerGrpcService.build();
  }
}
