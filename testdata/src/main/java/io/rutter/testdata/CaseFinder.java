// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Looks through the folders for cases, and for what is neither a case nor on the way to one. Names
 * that start with a dot are passed over.
 */
final class CaseFinder {
  private final Path root;
  private final GoldenSettings settings;
  private final List<GoldenCase> cases = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private CaseFinder(Path root, GoldenSettings settings) {
    this.root = root;
    this.settings = settings;
  }

  /**
   * The cases, sorted by name.
   *
   * @throws ExtensionConfigurationException with all that is wrong
   */
  static ImmutableList<GoldenCase> find(Path root, GoldenSettings settings) throws IOException {
    if (!Files.isDirectory(root)) {
      throw new ExtensionConfigurationException(
          root + ": no such folder in " + Path.of("").toAbsolutePath());
    }
    CaseFinder finder = new CaseFinder(root, settings);
    finder.visit(root, false);
    if (!finder.faults.isEmpty()) {
      throw new ExtensionConfigurationException(String.join("\n", finder.faults));
    }
    return ImmutableList.sortedCopyOf(comparing(GoldenCase::folder), finder.cases);
  }

  private void visit(Path folder, boolean withinCase) throws IOException {
    List<Path> children;
    try (Stream<Path> paths = Files.list(folder)) {
      children = paths.filter(path -> !name(path).startsWith(".")).sorted().toList();
    }
    boolean isCase = Files.exists(folder.resolve(GoldenCase.INPUT));
    List<Path> folders = children.stream().filter(Files::isDirectory).toList();
    if (isCase) {
      open(folder);
    } else if (folders.isEmpty()) {
      faults.add(
          folder
              + (withinCase ? ": a folder within a case that" : ":")
              + " holds no "
              + GoldenCase.INPUT);
    } else {
      children.stream()
          .filter(not(Files::isDirectory))
          .filter(CaseFinder::isOfCase)
          .forEach(
              file ->
                  faults.add(
                      file
                          + ": belongs to no case, for "
                          + GoldenCase.INPUT
                          + " is not beside it"));
    }
    for (Path child : folders) {
      if (Files.isSymbolicLink(child)) {
        faults.add(child + ": a symbolic link (expected: a folder)");
      } else {
        visit(child, withinCase || isCase);
      }
    }
  }

  private void open(Path folder) throws IOException {
    try {
      cases.add(GoldenCase.open(root, folder, settings));
    } catch (ExtensionConfigurationException e) {
      faults.add(e.getMessage());
    }
  }

  /** Whether a file looks like one of a case. */
  private static boolean isOfCase(Path file) {
    return ExpectedFiles.isOfCase(name(file))
        || name(file).endsWith(".yaml")
        || name(file).endsWith(".yml");
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
