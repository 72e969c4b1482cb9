// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import com.google.common.collect.ImmutableList;
import io.rutter.yaml.YamlSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What an annotation names as its mesh.
 *
 * @param paths files, and folders of YAML and JSON
 */
record MeshFiles(ImmutableList<Path> paths) {
  static final MeshFiles NONE = new MeshFiles(ImmutableList.of());

  /**
   * The files and folders of these names, absolute or relative to the working directory.
   *
   * @throws ExtensionConfigurationException with each name that leads to nothing
   */
  static MeshFiles of(String... names) {
    List<Path> paths = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (String name : names) {
      Path path = Path.of(name);
      paths.add(path);
      if (name.isBlank() || !Files.exists(path)) {
        faults.add(
            "mesh: \""
                + name
                + "\": no such file or folder in "
                + Path.of("").toAbsolutePath()
                + " (expected: manifests in YAML or JSON)");
      }
    }
    if (!faults.isEmpty()) {
      throw new ExtensionConfigurationException(String.join("\n", faults));
    }
    return new MeshFiles(ImmutableList.copyOf(paths));
  }

  boolean isEmpty() {
    return paths.isEmpty();
  }

  /** Whether this is one of the files and folders that are named. */
  boolean names(Path path) {
    return paths.stream().anyMatch(named -> absolute(named).equals(absolute(path)));
  }

  /** Whether a reader of the mesh comes to this path. */
  boolean holds(Path path) {
    return paths.stream().anyMatch(named -> absolute(path).startsWith(absolute(named)));
  }

  List<YamlSource> sources() {
    return paths.stream().map(YamlSource::path).toList();
  }

  @Override
  public String toString() {
    return String.join(", ", paths.stream().map(Path::toString).toList());
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
