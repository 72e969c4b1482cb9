// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ProxyProtocolConfiguration;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link ProxyProtocolConfiguration} (Istio: {@code Topology.ProxyProtocolConfiguration}).
 */
public final class ProxyProtocolConfigurationReader {
  private ProxyProtocolConfigurationReader() {}

  /** Reads the fields of the object. */
  public static ProxyProtocolConfiguration read(ObjectNode in) {
    ProxyProtocolConfiguration.Builder proxyProtocolConfiguration =
        ProxyProtocolConfiguration.builder();
    return proxyProtocolConfiguration.build();
  }
}
