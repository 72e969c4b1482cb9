// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.sidecar;

import io.rutter.model.sidecar.CaptureMode;
import io.rutter.model.sidecar.IngressListener;
import io.rutter.yaml.internal.destinationrule.ConnectionPoolReader;
import io.rutter.yaml.internal.gateway.ServerTlsReader;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link IngressListener} (Istio: {@code IstioIngressListener}). */
public final class IngressListenerReader {
  private IngressListenerReader() {}

  /** Reads the fields of the object. */
  public static IngressListener read(ObjectNode in) {
    IngressListener.Builder ingressListener = IngressListener.builder();
    ingressListener.port(in.requiredObject("port", SidecarPortReader::read));
    in.string("bind").ifPresent(ingressListener::bind);
    in.enumValue("captureMode", CaptureMode.class).ifPresent(ingressListener::captureMode);
    in.string("defaultEndpoint").ifPresent(ingressListener::defaultEndpoint);
    in.object("tls", ServerTlsReader::read).ifPresent(ingressListener::tls);
    in.object("connectionPool", ConnectionPoolReader::read)
        .ifPresent(ingressListener::connectionPool);
    return ingressListener.build();
  }
}
