// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A folder of YAML that is looked at again and again; links are followed, as in a ConfigMap. */
final class MeshFolder {
  private final Path folder;
  private Map<Path, String> loaded = Map.of();

  MeshFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Loads the folder, now and after each change, until the thread is interrupted. A change is taken
   * when the folder has been the same for one interval: a file may be half written before.
   */
  void watch(Duration interval, Consumer<LoadResult> meshes) {
    Map<Path, String> last = Map.of();
    while (!Thread.currentThread().isInterrupted()) {
      Map<Path, String> files = files();
      if (files.equals(last) && !files.equals(loaded)) {
        loaded = files;
        meshes.accept(YamlLoader.create().load(folder));
      }
      last = files;
      try {
        Thread.sleep(interval.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Each file with its size and time. */
  private Map<Path, String> files() {
    Map<Path, String> result = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        result.put(path, Files.size(path) + " " + Files.getLastModifiedTime(path));
      }
      return result;
    } catch (IOException | UncheckedIOException e) {
      return Map.of(); // A file went while we looked: the next look sees the folder without it.
    }
  }
}
