// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.OpenTelemetryLogFormat;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link OpenTelemetryLogFormat} (Istio: {@code
 * MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider.LogFormat}).
 */
public final class OpenTelemetryLogFormatReader {
  private OpenTelemetryLogFormatReader() {}

  /** Reads the fields of the object. */
  public static OpenTelemetryLogFormat read(ObjectNode in) {
    OpenTelemetryLogFormat.Builder openTelemetryLogFormat = OpenTelemetryLogFormat.builder();
    in.string("text").ifPresent(openTelemetryLogFormat::text);
    openTelemetryLogFormat.labels(in.freeForm("labels"));
    return openTelemetryLogFormat.build();
  }
}
