// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.sidecar;

import io.rutter.model.sidecar.CaptureMode;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link EgressListener} (Istio: {@code IstioEgressListener}). */
public final class EgressListenerReader {
  private EgressListenerReader() {}

  /** Reads the fields of the object. */
  public static EgressListener read(ObjectNode in) {
    EgressListener.Builder egressListener = EgressListener.builder();
    in.object("port", SidecarPortReader::read).ifPresent(egressListener::port);
    in.string("bind").ifPresent(egressListener::bind);
    in.enumValue("captureMode", CaptureMode.class).ifPresent(egressListener::captureMode);
    egressListener.hosts(in.strings("hosts"));
    return egressListener.build();
  }
}
