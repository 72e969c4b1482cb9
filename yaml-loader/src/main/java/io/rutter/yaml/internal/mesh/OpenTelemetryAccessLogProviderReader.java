// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.OpenTelemetryAccessLogProvider;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link OpenTelemetryAccessLogProvider} (Istio: {@code
 * MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider}).
 */
public final class OpenTelemetryAccessLogProviderReader {
  private OpenTelemetryAccessLogProviderReader() {}

  /** Reads the fields of the object. */
  public static OpenTelemetryAccessLogProvider read(ObjectNode in) {
    OpenTelemetryAccessLogProvider.Builder openTelemetryAccessLogProvider =
        OpenTelemetryAccessLogProvider.builder();
    openTelemetryAccessLogProvider.service(in.requiredString("service"));
    in.port("port").ifPresent(openTelemetryAccessLogProvider::port);
    in.string("logName").ifPresent(openTelemetryAccessLogProvider::logName);
    in.object("logFormat", OpenTelemetryLogFormatReader::read)
        .ifPresent(openTelemetryAccessLogProvider::logFormat);
    return openTelemetryAccessLogProvider.build();
  }
}
