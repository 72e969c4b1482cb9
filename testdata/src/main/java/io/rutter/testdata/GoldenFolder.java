// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Finds the cases below a folder and holds them against the list of cases. */
final class GoldenFolder {
  private static final String LIST = "cases.txt";
  private static final String INPUT = "input.yaml";

  private GoldenFolder() {}

  /**
   * The cases, sorted by name.
   *
   * @throws ExtensionConfigurationException if a folder is no case, the list of cases is wrong or
   *     there is no case
   */
  static ImmutableList<GoldenCase> open(Path folder, GoldenSettings settings) {
    try {
      ImmutableList<GoldenCase> cases = find(folder, settings);
      checkList(folder, cases, settings);
      ImmutableList<GoldenCase> chosen =
          cases.stream()
              .filter(golden -> golden.name().startsWith(settings.caseFilter()))
              .collect(ImmutableList.toImmutableList());
      if (chosen.isEmpty()) {
        throw new ExtensionConfigurationException(
            folder + ": no case" + (cases.isEmpty() ? "" : " " + settings.caseFilter() + "*"));
      }
      return chosen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImmutableList<GoldenCase> find(Path folder, GoldenSettings settings)
      throws IOException {
    ImmutableList.Builder<GoldenCase> cases = ImmutableList.builder();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isDirectory).sorted().toList()) {
        if (Files.exists(path.resolve(INPUT))) {
          cases.add(GoldenCase.open(folder, path, settings));
        } else if (holdsNoFolder(path)) {
          throw new ExtensionConfigurationException(path + ": holds no " + INPUT);
        }
      }
    }
    return cases.build();
  }

  private static boolean holdsNoFolder(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.noneMatch(Files::isDirectory);
    }
  }

  private static void checkList(
      Path folder, ImmutableList<GoldenCase> cases, GoldenSettings settings) throws IOException {
    Path list = folder.resolve(LIST);
    String found =
        cases.stream()
            .map(golden -> golden.name() + ": " + golden.description() + "\n")
            .collect(joining());
    if (settings.update()) {
      Files.writeString(list, found);
      return;
    }
    String listed = Files.exists(list) ? Files.readString(list) : "";
    if (!listed.equals(found)) {
      throw new ExtensionConfigurationException(
          list
              + " does not agree with the folders; -Drutter.golden=update writes it.\n"
              + UnifiedDiff.of(list.toString(), listed, found));
    }
  }
}
