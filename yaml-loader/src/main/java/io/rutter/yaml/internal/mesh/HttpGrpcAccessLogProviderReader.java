// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.HttpGrpcAccessLogProvider;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link HttpGrpcAccessLogProvider} (Istio: {@code
 * MeshConfig.ExtensionProvider.EnvoyHttpGrpcV3LogProvider}).
 */
public final class HttpGrpcAccessLogProviderReader {
  private HttpGrpcAccessLogProviderReader() {}

  /** Reads the fields of the object. */
  public static HttpGrpcAccessLogProvider read(ObjectNode in) {
    HttpGrpcAccessLogProvider.Builder httpGrpcAccessLogProvider =
        HttpGrpcAccessLogProvider.builder();
    httpGrpcAccessLogProvider.service(in.requiredString("service"));
    in.port("port").ifPresent(httpGrpcAccessLogProvider::port);
    in.string("logName").ifPresent(httpGrpcAccessLogProvider::logName);
    httpGrpcAccessLogProvider.filterStateObjectsToLog(in.strings("filterStateObjectsToLog"));
    httpGrpcAccessLogProvider.additionalRequestHeadersToLog(
        in.strings("additionalRequestHeadersToLog"));
    httpGrpcAccessLogProvider.additionalResponseHeadersToLog(
        in.strings("additionalResponseHeadersToLog"));
    httpGrpcAccessLogProvider.additionalResponseTrailersToLog(
        in.strings("additionalResponseTrailersToLog"));
    return httpGrpcAccessLogProvider.build();
  }
}
