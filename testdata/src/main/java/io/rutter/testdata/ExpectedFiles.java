// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static java.util.function.Predicate.not;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * The files beside an input that say what is expected.
 *
 * @param name name of the case
 * @param folder folder of the case
 * @param settings whether to write, and where actual files go
 */
record ExpectedFiles(String name, Path folder, GoldenSettings settings) {
  private static final ImmutableSet<String> NOT_EXPECTED_FILES =
      ImmutableSet.of("input.yaml", "options.properties");

  /** Writes the files and deletes those that are no longer expected. */
  void write(Map<String, String> actual) throws IOException {
    for (String file : present()) {
      if (!actual.containsKey(file)) {
        Files.delete(folder.resolve(file));
      }
    }
    writeTo(folder, actual);
  }

  /**
   * Compares.
   *
   * @throws AssertionFailedError with a diff of each file that differs
   */
  void compare(Map<String, String> actual) throws IOException {
    StringJoiner differences = new StringJoiner("\n");
    Set<String> files = new TreeSet<>(actual.keySet());
    files.addAll(present());
    StringBuilder allExpected = new StringBuilder();
    StringBuilder allActual = new StringBuilder();
    for (String file : files) {
      Path path = folder.resolve(file);
      String expected = Files.exists(path) ? Files.readString(path) : "";
      String got = actual.getOrDefault(file, "");
      if (!expected.equals(got)) {
        differences.add(UnifiedDiff.of(name + "/" + file, expected, got));
        allExpected.append(expected);
        allActual.append(got);
      } else if (!actual.containsKey(file)) {
        differences.add(name + "/" + file + ": an empty file that belongs to nothing");
      }
    }
    if (differences.length() > 0) {
      Path written = settings.actualFiles().resolve(name);
      writeTo(written, actual);
      throw new AssertionFailedError(
          String.format(
              "%s%nActual files: %s. If they are right: -Drutter.golden=update"
                  + " -Drutter.golden.case=%s",
              differences, written, name),
          allExpected.toString(),
          allActual.toString());
    }
  }

  private Set<String> present() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .filter(not(NOT_EXPECTED_FILES::contains))
          .collect(ImmutableSet.toImmutableSet());
    }
  }

  private static void writeTo(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
