// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a mesh to a file: {@code WriteMesh SERVICES ENDPOINTS-PER-SERVICE FILE}. */
public final class WriteMesh {
  private WriteMesh() {}

  /** Runs the program. */
  public static void main(String[] args) throws IOException {
    MeshShape shape = new ManyServices(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    try (BufferedWriter file = Files.newBufferedWriter(Path.of(args[2]))) {
      shape.write(file);
    }
  }
}
