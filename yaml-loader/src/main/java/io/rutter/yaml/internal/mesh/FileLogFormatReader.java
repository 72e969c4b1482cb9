// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.FileLogFormat;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link FileLogFormat} (Istio: {@code
 * MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider.LogFormat}).
 */
public final class FileLogFormatReader {
  private FileLogFormatReader() {}

  /** Reads the fields of the object. */
  public static FileLogFormat read(ObjectNode in) {
    FileLogFormat.Builder fileLogFormat = FileLogFormat.builder();
    FileLogFormatKindReader.read(in).ifPresent(fileLogFormat::logFormat);
    return fileLogFormat.build();
  }
}
