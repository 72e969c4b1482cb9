// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.FileAccessLogProvider;
import io.rutter.yaml.internal.node.ObjectNode;

/**
 * Reads {@link FileAccessLogProvider} (Istio: {@code
 * MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider}).
 */
public final class FileAccessLogProviderReader {
  private FileAccessLogProviderReader() {}

  /** Reads the fields of the object. */
  public static FileAccessLogProvider read(ObjectNode in) {
    FileAccessLogProvider.Builder fileAccessLogProvider = FileAccessLogProvider.builder();
    in.string("path").ifPresent(fileAccessLogProvider::path);
    in.object("logFormat", FileLogFormatReader::read).ifPresent(fileAccessLogProvider::logFormat);
    fileAccessLogProvider.omitEmptyValues(in.bool("omitEmptyValues"));
    return fileAccessLogProvider.build();
  }
}
