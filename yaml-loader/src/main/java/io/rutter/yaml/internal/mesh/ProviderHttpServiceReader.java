// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ProviderHttpService;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ProviderHttpService} (Istio: {@code MeshConfig.ExtensionProvider.HttpService}). */
public final class ProviderHttpServiceReader {
  private ProviderHttpServiceReader() {}

  /** Reads the fields of the object. */
  public static ProviderHttpService read(ObjectNode in) {
    ProviderHttpService.Builder providerHttpService = ProviderHttpService.builder();
    providerHttpService.path(in.requiredString("path"));
    in.duration("timeout").ifPresent(providerHttpService::timeout);
    providerHttpService.headers(in.objects("headers", ProviderHeaderReader::read));
    return providerHttpService.build();
  }
}
