// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.MeshTls;
import io.rutter.model.mesh.MeshTlsVersion;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link MeshTls} (Istio: {@code MeshConfig.TLSConfig}). */
public final class MeshTlsReader {
  private MeshTlsReader() {}

  /** Reads the fields of the object. */
  public static MeshTls read(ObjectNode in) {
    MeshTls.Builder meshTls = MeshTls.builder();
    in.enumValue("minProtocolVersion", MeshTlsVersion.class).ifPresent(meshTls::minProtocolVersion);
    meshTls.ecdhCurves(in.strings("ecdhCurves"));
    meshTls.cipherSuites(in.strings("cipherSuites"));
    return meshTls.build();
  }
}
