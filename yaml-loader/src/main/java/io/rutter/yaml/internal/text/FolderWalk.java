// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.text;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the YAML and JSON files of a folder and of the folders in it, in the order of their names.
 *
 * <p>Names that start with a dot are left out: they are of tools ({@code .git}, {@code .github}),
 * and a mounted ConfigMap keeps its content in {@code ..data}. Links are followed, for a ConfigMap
 * consists of them, but each file and each folder counts once, so that no link goes round.
 */
public final class FolderWalk {
  /** What is wrong with a name in a folder. */
  public enum Fault {
    /** A link that leads nowhere. */
    LEADS_NOWHERE,
    /** A pipe, a socket or a device. */
    NO_FILE,
    /** A folder that cannot be listed. */
    UNREADABLE
  }

  /**
   * A name that was left out.
   *
   * @param path the name
   * @param fault why
   */
  public record LeftOut(Path path, Fault fault) {}

  private final Path root;
  private final List<Path> files = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  private FolderWalk(Path root) {
    this.root = root;
  }

  /**
   * Walks through a folder.
   *
   * @throws IOException if the folder itself cannot be listed
   */
  public static FolderWalk of(Path folder) throws IOException {
    FolderWalk walk = new FolderWalk(folder.toRealPath());
    walk.seen.add(walk.root);
    walk.addAll(names(folder));
    return walk;
  }

  /** The files, in the order of their paths. */
  public ImmutableList<Path> files() {
    return ImmutableList.sortedCopyOf(files);
  }

  /** What looks like a file or a folder to read, but cannot be read. */
  public ImmutableList<LeftOut> leftOut() {
    return ImmutableList.copyOf(leftOut);
  }

  private void addAll(List<Path> names) {
    for (Path path : names) {
      if (Files.isDirectory(path)) {
        addFolder(path);
      } else if (isYaml(path)) {
        addFile(path);
      }
    }
  }

  private void addFolder(Path folder) {
    List<Path> names;
    try {
      Path real = folder.toRealPath();
      if (root.startsWith(real) || !seen.add(real)) {
        return;
      }
      names = names(folder);
    } catch (IOException e) {
      leftOut.add(new LeftOut(folder, Fault.UNREADABLE));
      return;
    }
    addAll(names);
  }

  private void addFile(Path file) {
    if (!Files.exists(file)) {
      leftOut.add(new LeftOut(file, Fault.LEADS_NOWHERE));
      return;
    }
    if (!Files.isRegularFile(file)) {
      leftOut.add(new LeftOut(file, Fault.NO_FILE));
      return;
    }
    try {
      if (seen.add(file.toRealPath())) {
        files.add(file);
      }
    } catch (IOException e) {
      leftOut.add(new LeftOut(file, Fault.LEADS_NOWHERE));
    }
  }

  private static List<Path> names(Path folder) throws IOException {
    List<Path> names = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, path -> !isHidden(path))) {
      entries.forEach(names::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(names);
    return names;
  }

  private static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  private static boolean isYaml(Path file) {
    String name = Ascii.toLowerCase(file.toString());
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }
}
