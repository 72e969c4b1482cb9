// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.TcpKeepalive;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link TcpKeepalive} (Istio: {@code ConnectionPoolSettings.TCPSettings.TcpKeepalive}). */
public final class TcpKeepaliveReader {
  private TcpKeepaliveReader() {}

  /** Reads the fields of the object. */
  public static TcpKeepalive read(ObjectNode in) {
    TcpKeepalive.Builder tcpKeepalive = TcpKeepalive.builder();
    in.uint32("probes").ifPresent(tcpKeepalive::probes);
    in.duration("time").ifPresent(tcpKeepalive::time);
    in.duration("interval").ifPresent(tcpKeepalive::interval);
    return tcpKeepalive.build();
  }
}
