// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a mesh to a file: {@code WriteMesh SHAPE FILE}, for example {@code shared-host}. */
public final class WriteMesh {
  private WriteMesh() {}

  /** Runs the program. */
  public static void main(String[] args) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(Path.of(args[1]))) {
      Shape.parse(args[0]).mesh().write(file);
    }
  }
}
