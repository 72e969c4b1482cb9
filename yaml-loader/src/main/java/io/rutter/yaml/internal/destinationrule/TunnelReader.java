// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.Tunnel;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link Tunnel} (Istio: {@code TrafficPolicy.TunnelSettings}). */
public final class TunnelReader {
  private TunnelReader() {}

  /** Reads the fields of the object. */
  public static Tunnel read(ObjectNode in) {
    Tunnel.Builder tunnel = Tunnel.builder();
    in.string("protocol").ifPresent(tunnel::protocol);
    tunnel.targetHost(in.requiredString("targetHost"));
    in.port("targetPort").ifPresent(tunnel::targetPort);
    return tunnel.build();
  }
}
