// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.SdsProvider;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link SdsProvider} (Istio: {@code MeshConfig.ExtensionProvider.SDSProvider}). */
public final class SdsProviderReader {
  private SdsProviderReader() {}

  /** Reads the fields of the object. */
  public static SdsProvider read(ObjectNode in) {
    SdsProvider.Builder sdsProvider = SdsProvider.builder();
    sdsProvider.name(in.requiredString("name"));
    sdsProvider.service(in.requiredString("service"));
    in.port("port").ifPresent(sdsProvider::port);
    return sdsProvider.build();
  }
}
