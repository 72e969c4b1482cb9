// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.FileLogFormatKind;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link FileLogFormatKind}: the one of its fields that is set. */
public final class FileLogFormatKindReader {
  private FileLogFormatKindReader() {}

  /** Reads the value from the fields of the enclosing object. */
  public static Optional<FileLogFormatKind> read(ObjectNode in) {
    return in.oneOf("text", "labels")
        .flatMap(
            field ->
                switch (field) {
                  case "text" -> in.stringValue("text").map(FileLogFormatKind.Text::new);
                  default -> Optional.of(new FileLogFormatKind.Labels(in.freeForm("labels")));
                });
  }
}
