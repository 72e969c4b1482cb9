// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.validation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** istiod's own validation, if this machine has it. */
final class ReferenceFile {
  private ReferenceFile() {}

  static Optional<Path> find() {
    Path file =
        Path.of(System.getProperty("rutter.root", "..")).resolve("../shared/reference/istiod");
    return Optional.of(file.normalize()).filter(Files::isExecutable);
  }
}
