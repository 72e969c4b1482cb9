// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.MeshNetworks;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link MeshNetworks} (Istio: {@code MeshNetworks}). */
public final class MeshNetworksReader {
  private MeshNetworksReader() {}

  /** Reads the fields of the object. */
  public static MeshNetworks read(ObjectNode in) {
    MeshNetworks.Builder meshNetworks = MeshNetworks.builder();
    meshNetworks.networks(in.objectMap("networks", NetworkReader::read));
    return meshNetworks.build();
  }
}
