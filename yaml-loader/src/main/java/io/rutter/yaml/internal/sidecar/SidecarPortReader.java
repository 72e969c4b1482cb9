// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.sidecar;

import io.rutter.model.sidecar.SidecarPort;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link SidecarPort} (Istio: {@code SidecarPort}). */
public final class SidecarPortReader {
  private SidecarPortReader() {}

  /** Reads the fields of the object. */
  public static SidecarPort read(ObjectNode in) {
    SidecarPort.Builder sidecarPort = SidecarPort.builder();
    in.port("number").ifPresent(sidecarPort::number);
    in.string("protocol").ifPresent(sidecarPort::protocol);
    in.string("name").ifPresent(sidecarPort::name);
    in.port("targetPort").ifPresent(sidecarPort::targetPort);
    return sidecarPort.build();
  }
}
