// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Writes random meshes to files: {@code RandomInputs routing|registry COUNT SEED FOLDER}. */
public final class RandomInputs {
  private RandomInputs() {}

  /** Runs the program. */
  public static void main(String[] args) {
    JqwikSession.run(() -> write(args[0], Integer.parseInt(args[1]), args[2], Path.of(args[3])));
  }

  private static void write(String shape, int count, String seed, Path folder) {
    Arbitrary<String> meshes =
        shape.equals("routing") ? RandomMesh.ofRouting() : RandomMesh.ofRegistry();
    Random random = new Random(Long.parseLong(seed));
    RandomGenerator<String> generator = meshes.generator(1000);
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < count; i++) {
        Files.writeString(
            folder.resolve(shape + "-" + seed + "-" + i + ".yaml"), generator.next(random).value());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
