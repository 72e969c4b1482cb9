// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ConnectionPool} (Istio: {@code ConnectionPoolSettings}). */
public final class ConnectionPoolReader {
  private ConnectionPoolReader() {}

  /** Reads the fields of the object. */
  public static ConnectionPool read(ObjectNode in) {
    ConnectionPool.Builder connectionPool = ConnectionPool.builder();
    in.object("tcp", TcpSettingsReader::read).ifPresent(connectionPool::tcp);
    in.object("http", HttpSettingsReader::read).ifPresent(connectionPool::http);
    return connectionPool.build();
  }
}
