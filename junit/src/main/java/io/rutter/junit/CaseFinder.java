// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static java.util.Comparator.comparing;
import static java.util.function.Predicate.not;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Looks through the folders for cases, and for what is neither a case nor on the way to one. Names
 * that start with a dot and the mesh of all cases are passed over.
 */
final class CaseFinder {
  private final GoldenRoot root;
  private final GoldenSettings settings;
  private final Map<String, GoldenCase> cases = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private CaseFinder(GoldenRoot root, GoldenSettings settings) {
    this.root = root;
    this.settings = settings;
  }

  /**
   * The cases, sorted by folder.
   *
   * @throws ExtensionConfigurationException with all that is wrong
   */
  static ImmutableList<GoldenCase> find(GoldenRoot root, GoldenSettings settings)
      throws IOException {
    CaseFinder finder = new CaseFinder(root, settings);
    if (Files.isDirectory(root.folder())) {
      finder.visit(root.folder(), false);
    } else if (root.mesh().isEmpty() || Files.exists(root.folder())) {
      finder.faults.add(
          root.folder() + ": no such folder in " + Path.of("").toAbsolutePath().normalize());
    } else {
      finder.open(root.folder(), List.of()); // A first run makes it.
    }
    if (!finder.faults.isEmpty()) {
      throw new ExtensionConfigurationException(String.join("\n", finder.faults));
    }
    return ImmutableList.sortedCopyOf(comparing(GoldenCase::folder), finder.cases.values());
  }

  private void visit(Path folder, boolean withinCase) throws IOException {
    List<Path> children = children(folder);
    List<Path> folders = children.stream().filter(Files::isDirectory).toList();
    List<Path> files = children.stream().filter(not(Files::isDirectory)).toList();
    List<Path> inputs = files.stream().filter(file -> CaseInput.isInput(name(file))).toList();
    boolean isCase = !inputs.isEmpty() || isCaseOfMesh(folders, files);
    if (isCase) {
      open(folder, inputs);
    } else if (folders.isEmpty()) {
      faults.add(folder + ": " + (withinCase ? "is within a case, but " : "") + expected());
    } else {
      files.stream()
          .filter(file -> ExpectedFiles.isOfCase(name(file)))
          .forEach(file -> faults.add(file + ": belongs to no case: its folder " + expected()));
    }
    for (Path child : folders) {
      if (Files.isSymbolicLink(child)) {
        faults.add(child + ": a symbolic link (expected: a folder)");
      } else {
        visit(child, withinCase || isCase);
      }
    }
  }

  private List<Path> children(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(path -> !name(path).startsWith(".") && !root.mesh().names(path))
          .sorted()
          .toList();
    }
  }

  /** Whether a folder without an input is a case: one with files of a case, or an empty one. */
  private boolean isCaseOfMesh(List<Path> folders, List<Path> files) {
    return !root.mesh().isEmpty()
        && (files.stream().anyMatch(file -> ExpectedFiles.isOfCase(name(file)))
            || (folders.isEmpty() && files.isEmpty()));
  }

  /** Why a folder is no case. */
  private String expected() {
    return root.mesh().isEmpty()
        ? "holds no input (expected: a .yaml, .yml or .json file with the mesh of the case, unless"
            + " @GoldenFiles names a mesh)"
        : "holds no file of a case (expected: a .yaml, .yml or .json file, or "
            + GoldenOptions.FILE
            + ", which may be empty)";
  }

  private void open(Path folder, List<Path> inputs) throws IOException {
    try {
      GoldenCase golden = GoldenCase.open(root, folder, inputs, settings);
      GoldenCase other = cases.putIfAbsent(golden.name(), golden);
      if (other != null) {
        faults.add(folder + ": has the name of the case in " + other.folder());
      }
    } catch (ExtensionConfigurationException e) {
      faults.add(e.getMessage());
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
