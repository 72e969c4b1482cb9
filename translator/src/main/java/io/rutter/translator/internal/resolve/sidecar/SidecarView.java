// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import io.rutter.model.sidecar.EgressListener;

/**
 * What some sidecars see of the mesh through one egress listener, whatever their labels. Istio
 * document: Sidecar.
 *
 * @param egress the services and, in order of precedence, the VirtualServices
 * @param sharesPorts whether one route configuration may serve all ports of the services
 */
public record SidecarView(EgressScope egress, boolean sharesPorts) {

  /** The view through a listener that a Sidecar declares. */
  static SidecarView of(EgressScope egress, boolean httpProxy) {
    EgressListener listener = egress.declared().orElseThrow();
    return new SidecarView(
        egress,
        httpProxy
            || (listener.port().isPresent() && EgressImports.matchedPort(listener).isEmpty()));
  }
}
