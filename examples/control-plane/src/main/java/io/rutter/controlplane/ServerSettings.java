// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.rutter.javacontrolplane.StreamLimits;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a control plane serves.
 *
 * @param address where; port 0 is any that is free
 * @param credentials the folder of secrets, see {@link FileSecrets}
 * @param tls what it speaks mutual TLS with; absent: anybody who reaches the port is served
 * @param limits of its streams
 */
record ServerSettings(
    InetSocketAddress address, Path credentials, Optional<TlsFiles> tls, StreamLimits limits) {
  /** Settings without TLS, with the limits that are usual. */
  static ServerSettings of(InetSocketAddress address, Path credentials) {
    return new ServerSettings(address, credentials, Optional.empty(), StreamLimits.DEFAULT);
  }
}
