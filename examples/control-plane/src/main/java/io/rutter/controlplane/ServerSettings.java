// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.rutter.javacontrolplane.StreamLimits;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * How a control plane serves.
 *
 * @param address where; port 0 is any that is free
 * @param tls what it speaks mutual TLS with; absent: anybody who reaches the port is served
 * @param limits of its streams
 */
public record ServerSettings(
    InetSocketAddress address, Optional<TlsFiles> tls, StreamLimits limits) {
  /** Settings without TLS, with the limits that are usual. */
  public static ServerSettings of(InetSocketAddress address) {
    return new ServerSettings(address, Optional.empty(), StreamLimits.DEFAULT);
  }
}
