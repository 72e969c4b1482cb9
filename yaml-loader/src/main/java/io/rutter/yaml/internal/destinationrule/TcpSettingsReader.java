// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.TcpSettings;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link TcpSettings} (Istio: {@code ConnectionPoolSettings.TCPSettings}). */
public final class TcpSettingsReader {
  private TcpSettingsReader() {}

  /** Reads the fields of the object. */
  public static TcpSettings read(ObjectNode in) {
    TcpSettings.Builder tcpSettings = TcpSettings.builder();
    in.int32("maxConnections").ifPresent(tcpSettings::maxConnections);
    in.duration("connectTimeout").ifPresent(tcpSettings::connectTimeout);
    in.object("tcpKeepalive", TcpKeepaliveReader::read).ifPresent(tcpSettings::tcpKeepalive);
    in.duration("maxConnectionDuration").ifPresent(tcpSettings::maxConnectionDuration);
    in.duration("idleTimeout").ifPresent(tcpSettings::idleTimeout);
    return tcpSettings.build();
  }
}
