// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.ProxyProtocol;
import io.rutter.model.destinationrule.ProxyProtocolVersion;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ProxyProtocol} (Istio: {@code TrafficPolicy.ProxyProtocol}). */
public final class ProxyProtocolReader {
  private ProxyProtocolReader() {}

  /** Reads the fields of the object. */
  public static ProxyProtocol read(ObjectNode in) {
    ProxyProtocol.Builder proxyProtocol = ProxyProtocol.builder();
    in.enumValue("version", ProxyProtocolVersion.class).ifPresent(proxyProtocol::version);
    return proxyProtocol.build();
  }
}
