// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A page of the documentation.
 *
 * @param name its path in the repository
 * @param text all of it
 * @param blocks what it shows between fences
 */
record Page(String name, String text, List<Block> blocks) {
  /**
   * What is between two fences.
   *
   * @param page the name of the page
   * @param line where it begins
   * @param language what the fence says it is; empty: nothing
   * @param text the lines, each with its end
   */
  record Block(String page, int line, String language, String text) {
    String firstLine() {
      return text.lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
      return page + ":" + line + ": " + firstLine();
    }
  }

  private static final List<Path> FILES = walk();

  /** The folder of the repository, where these tests run. */
  static Path root() {
    return Path.of(System.getProperty("rutter.root", "..")).toAbsolutePath().normalize();
  }

  /** All pages: those beside the sources, and those of docs. */
  static List<Page> all() {
    List<Page> pages = new ArrayList<>();
    for (Path file : files(".md")) {
      pages.add(read(file));
    }
    return pages;
  }

  /** All blocks of a language. */
  static List<Block> blocks(String language) {
    return all().stream()
        .flatMap(page -> page.blocks().stream())
        .filter(block -> block.language().equals(language))
        .toList();
  }

  /** Files of the repository whose name ends so, without what is built or hidden. */
  static List<Path> files(String end) {
    return FILES.stream().filter(path -> path.toString().endsWith(end)).toList();
  }

  static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> walk() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          root(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              String name = folder.getFileName().toString();
              boolean isSource = folder.equals(root()) || !name.matches("target|\\..*");
              return isSource ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.add(file);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Collections.sort(files);
    return files;
  }

  private static Page read(Path file) {
    String name = root().relativize(file).toString().replace('\\', '/');
    String text = textOf(file);
    List<Block> blocks = new ArrayList<>();
    List<String> lines = text.lines().toList();
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).strip().startsWith("```")) {
        continue;
      }
      if (start < 0) {
        start = i;
      } else {
        String language = lines.get(start).strip().substring(3);
        String inside = String.join("\n", lines.subList(start + 1, i)) + "\n";
        blocks.add(new Block(name, start + 1, language, inside));
        start = -1;
      }
    }
    return new Page(name, text, blocks);
  }
}
