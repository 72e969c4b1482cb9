// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import io.rutter.translator.ResourceKind;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * The files of a case that say what is expected of it.
 *
 * @param name name of the case
 * @param folder folder of the case, which may be absent
 * @param settings whether to write, and where actual files go
 */
record ExpectedFiles(String name, Path folder, GoldenSettings settings) {
  /** The file for the problems, where there are any. */
  static final String PROBLEMS = "problems.txt";

  private static final int SHOWN = 20;

  /** The names of all files that may be expected, in the order in which they are shown. */
  private static final List<String> EXPECTED =
      Stream.concat(
              Stream.of(ResourceKind.values()).map(ExpectedFiles::fileOf), Stream.of(PROBLEMS))
          .toList();

  /** The file for the resources of one kind. */
  static String fileOf(ResourceKind kind) {
    return kind.id() + ".yaml";
  }

  /** Whether a file of this name says what is expected. */
  static boolean isExpected(String file) {
    return EXPECTED.contains(file);
  }

  /** Whether a file of this name is part of a case, and no input. */
  static boolean isOfCase(String file) {
    return isExpected(file) || file.equals(GoldenOptions.FILE);
  }

  /**
   * Compares, or writes: in update mode, and where nothing is expected yet.
   *
   * @throws AssertionFailedError if something is not as expected, or nothing was expected
   */
  void check(Map<String, String> actual) throws IOException {
    if (settings.update()) {
      update(actual);
    } else if (EXPECTED.stream().noneMatch(file -> isPresent(folder.resolve(file)))) {
      create(actual);
    } else {
      compare(actual);
    }
  }

  /** Writes what differs, deletes what it wrote before and is no longer expected, says both. */
  private void update(Map<String, String> actual) throws IOException {
    List<String> faults = new ArrayList<>();
    List<String> written = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    for (String file : differing(actual)) {
      Path path = folder.resolve(file);
      Optional<String> objection = formOf(file).objection(path);
      if (objection.isPresent()) {
        faults.add(name + "/" + file + ": left as it is: " + objection.get());
      } else if (actual.containsKey(file)) {
        write(folder, file, actual);
        written.add(file);
      } else {
        Files.delete(path);
        deleted.add(file);
      }
    }
    say("wrote", written);
    say("deleted", deleted);
    List<String> strays = strays();
    if (!faults.isEmpty() || !strays.isEmpty()) {
      throw new AssertionFailedError(
          title(faults.isEmpty() ? "files that belong to nothing" : "files that are left")
              + lines(strays)
              + lines(faults));
    }
  }

  /** Writes what a new case is translated to, and fails, for nobody has looked at it yet. */
  private void create(Map<String, String> actual) throws IOException {
    if (settings.ci()) {
      throw new AssertionFailedError(
          title(
                  "a new case; nothing is written where the environment variable CI is set, so run"
                      + " the test elsewhere, and commit the files that it creates")
              + lines(strays()));
    }
    for (String file : actual.keySet()) {
      write(folder, file, actual);
    }
    String names = String.join(", ", new TreeMap<>(actual).keySet());
    String created =
        actual.size() == 1
            ? "1 file: " + names + ". Look at it and commit it: from now on it is "
            : actual.size()
                + " files: "
                + names
                + ". Look at them and commit them: from now on they are ";
    throw new AssertionFailedError(
        title("a new case; created " + created + "what is expected")
            + lines(strays())
            + lines(problems(actual)));
  }

  /** What a newcomer would not think to look for. */
  private static List<String> problems(Map<String, String> actual) {
    List<String> problems = actual.getOrDefault(PROBLEMS, "").lines().toList();
    List<String> shown = new ArrayList<>(problems.subList(0, Math.min(SHOWN, problems.size())));
    if (!problems.isEmpty()) {
      shown.add(0, "In " + PROBLEMS + ":");
    }
    if (problems.size() > SHOWN) {
      shown.add("... and " + (problems.size() - SHOWN) + " more");
    }
    return shown;
  }

  private void compare(Map<String, String> actual) throws IOException {
    List<String> faults = strays();
    List<String> differing = differing(actual);
    if (differing.isEmpty() && faults.isEmpty()) {
      return;
    }
    StringBuilder allExpected = new StringBuilder();
    StringBuilder allActual = new StringBuilder();
    for (String file : differing) {
      Path path = folder.resolve(file);
      String expected = read(path).orElse("");
      faults.add(difference(file, expected, Optional.ofNullable(actual.get(file))));
      formOf(file)
          .objection(path)
          .ifPresent(why -> faults.add(name + "/" + file + ": an update leaves it: " + why));
      allExpected.append(expected);
      allActual.append(actual.getOrDefault(file, ""));
    }
    if (!differing.isEmpty()) {
      Path written = settings.actualFiles().resolve(name);
      for (String file : EXPECTED) {
        if (actual.containsKey(file)) {
          write(written, file, actual);
        } else {
          Files.deleteIfExists(written.resolve(file));
        }
      }
      faults.add(
          "Actual files: "
              + written
              + ". If they are right: -Drutter.golden=update -Drutter.golden.case="
              + name);
    }
    throw new AssertionFailedError(
        title(
                differing.isEmpty()
                    ? "files that belong to nothing"
                    : "not as expected: " + String.join(", ", differing))
            + lines(faults),
        allExpected.toString(),
        allActual.toString());
  }

  /** The first line of a failure, which reports show beside a number where they lack the name. */
  private String title(String what) {
    return name + " (" + folder + "): " + what;
  }

  private static String lines(List<String> faults) {
    return faults.stream().map(fault -> "\n" + fault).collect(joining());
  }

  /** The names of the files that are not as they should be. */
  private List<String> differing(Map<String, String> actual) throws IOException {
    List<String> differing = new ArrayList<>();
    for (String file : EXPECTED) {
      Path path = folder.resolve(file);
      Optional<String> text = Optional.ofNullable(actual.get(file));
      if (text.isPresent() ? !text.equals(read(path)) : isPresent(path)) {
        differing.add(file);
      }
    }
    return differing;
  }

  /** How a file differs, in a way that can be seen. */
  private String difference(String file, String expected, Optional<String> actual) {
    String label = name + "/" + file;
    if (actual.isEmpty() && (expected.isEmpty() || !file.equals(PROBLEMS))) {
      return label + ": belongs to no result of this case";
    }
    return UnifiedDiff.of(label, expected, actual.orElse(""));
  }

  /** What lies in the folder and is not of a case, each with what to do about it. */
  private List<String> strays() throws IOException {
    if (!Files.isDirectory(folder)) {
      return new ArrayList<>();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths
          .filter(not(Files::isDirectory))
          .map(path -> path.getFileName().toString())
          .filter(ExpectedFiles::isStray)
          .sorted()
          .map(file -> name + "/" + file + ": belongs to nothing; move it out of the folder")
          .collect(toCollection(ArrayList::new));
    }
  }

  private static boolean isStray(String file) {
    return !file.startsWith(".")
        && !isOfCase(file)
        && !CaseInput.isInput(file)
        && !file.equals(GoldenFolder.LIST);
  }

  private void say(String what, List<String> files) {
    if (!files.isEmpty()) {
      settings.report().accept(folder + ": " + what + " " + String.join(", ", files));
    }
  }

  private static WrittenForm formOf(String file) {
    return file.equals(PROBLEMS) ? WrittenForm.PROBLEMS : WrittenForm.RESOURCES;
  }

  private static boolean isPresent(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** The text; empty where there is none that can be read. */
  static Optional<String> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException e) {
      return Optional.of("(not UTF-8)\n");
    }
  }

  private static void write(Path folder, String file, Map<String, String> texts)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(file), texts.getOrDefault(file, ""));
  }
}
