// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What files look like that an update has written. Only such files may it write anew or delete: a
 * file of the same name that a person wrote, such as a second input called {@code routes.yaml}, is
 * not its to touch.
 */
enum WrittenForm {
  /** Resources of one kind. */
  RESOURCES("a list below the name of each proxy", WrittenForm::isOfResources),

  /** Problems, where there are any. */
  PROBLEMS("a problem on each line", WrittenForm::isProblem),

  /** The list of cases. */
  CASES("NAME: DESCRIPTION on each line", WrittenForm::isCase);

  private final String description;
  private final Predicate<String> line;

  WrittenForm(String description, Predicate<String> line) {
    this.description = description;
    this.line = line;
  }

  /**
   * Why an update must leave this file alone; empty if it may write or delete it.
   *
   * @param file a file, which may be absent
   */
  Optional<String> objection(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return Optional.of("a symbolic link (expected: a file)");
    }
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      return Optional.of("not a file");
    }
    return isOwn(file)
        ? Optional.empty()
        : Optional.of("not written by an update (expected: " + description + ")");
  }

  private boolean isOwn(Path file) throws IOException {
    try {
      return Files.readString(file).lines().allMatch(line.or(WrittenForm::isOfMerge));
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** A merge that is not done yet leaves these, and an update is how it is done. */
  private static boolean isOfMerge(String line) {
    return Stream.of("<<<<<<<", "|||||||", "=======", ">>>>>>>").anyMatch(line::startsWith);
  }

  /** An empty mapping, the {@code NAME.NAMESPACE} of a proxy, or something of the list below it. */
  private static boolean isOfResources(String line) {
    String key = line.endsWith(" []") ? line.substring(0, line.length() - " []".length()) : line;
    return line.equals("{}")
        || line.startsWith("- ")
        || line.startsWith("  ")
        || (key.endsWith(":") && key.contains(".") && !key.contains(" "));
  }

  private static boolean isProblem(String line) {
    return line.endsWith("]")
        && Stream.of("error: ", "warning: ", "note: ").anyMatch(line::contains);
  }

  private static boolean isCase(String line) {
    int colon = line.indexOf(':');
    return colon > 0
        && !line.startsWith("#")
        && line.indexOf(' ') == (line.endsWith(":") ? -1 : colon + 1);
  }
}
