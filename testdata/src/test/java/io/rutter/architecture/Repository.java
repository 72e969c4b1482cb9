// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository. */
final class Repository {
  private Repository() {}

  /** Its folder. */
  static Path root() {
    return Path.of(System.getProperty("rutter.root", "..")).toAbsolutePath().normalize();
  }

  /** All hand-written Java sources. */
  static List<Path> javaSources() {
    try (Stream<Path> paths = Files.walk(root())) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !root().relativize(path).toString().matches("(.*/)?target/.*|\\..*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
