// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.TcpGrpcAccessLogProvider;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link TcpGrpcAccessLogProvider} (Istio: {@code
 * MeshConfig.ExtensionProvider.EnvoyTcpGrpcV3LogProvider}).
 */
public final class TcpGrpcAccessLogProviderReader {
  private TcpGrpcAccessLogProviderReader() {}

  /** Reads the fields of the object. */
  public static TcpGrpcAccessLogProvider read(ObjectNode in) {
    TcpGrpcAccessLogProvider.Builder tcpGrpcAccessLogProvider = TcpGrpcAccessLogProvider.builder();
    tcpGrpcAccessLogProvider.service(in.requiredString("service"));
    in.port("port").ifPresent(tcpGrpcAccessLogProvider::port);
    in.string("logName").ifPresent(tcpGrpcAccessLogProvider::logName);
    tcpGrpcAccessLogProvider.filterStateObjectsToLog(in.strings("filterStateObjectsToLog"));
    return tcpGrpcAccessLogProvider.build();
  }
}
