// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.NetworkEndpoints;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link NetworkEndpoints} (Istio: {@code Network.NetworkEndpoints}). */
public final class NetworkEndpointsReader {
  private NetworkEndpointsReader() {}

  /** Reads the fields of the object. */
  public static NetworkEndpoints read(ObjectNode in) {
    NetworkEndpoints.Builder networkEndpoints = NetworkEndpoints.builder();
    NetworkEndpointsSourceReader.read(in).ifPresent(networkEndpoints::source);
    return networkEndpoints.build();
  }
}
