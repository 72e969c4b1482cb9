// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static java.util.function.Predicate.not;

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
import java.util.Set;
import java.util.TreeMap;
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
  /** The file for the problems, where there are any. */
  static final String PROBLEMS = "problems.txt";

  private static final Set<String> READ = Set.of("input.yaml", "options.properties");

  /** The names of all files that may be expected, in the order in which they are shown. */
  private static final List<String> EXPECTED =
      Stream.concat(
              Stream.of(ResourceKind.values()).map(ExpectedFiles::fileOf), Stream.of(PROBLEMS))
          .toList();

  /** The file for the resources of one kind. */
  static String fileOf(ResourceKind kind) {
    return kind.id() + ".yaml";
  }

  /** Whether a file of this name can be part of a case. */
  static boolean isOfCase(String file) {
    return READ.contains(file) || EXPECTED.contains(file);
  }

  /**
   * Writes the files, deletes those of its own that are no longer expected, and says both.
   *
   * @throws AssertionFailedError if a file belongs to nothing, or stands where one has to be
   *     written or deleted and is not of the update; such a file stays as it is
   */
  void write(Map<String, String> actual) throws IOException {
    List<String> faults = strays();
    List<String> written = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    for (String file : differing(actual)) {
      Path path = folder.resolve(file);
      Optional<String> objection = formOf(file).objection(path);
      if (objection.isPresent()) {
        faults.add(name + "/" + file + ": left as it is: " + objection.get());
      } else if (actual.containsKey(file)) {
        Files.writeString(path, actual.getOrDefault(file, ""));
        written.add(file);
      } else {
        Files.delete(path);
        deleted.add(file);
      }
    }
    say("wrote", written);
    say("deleted", deleted);
    if (!faults.isEmpty()) {
      throw new AssertionFailedError(String.join("\n", faults));
    }
  }

  /**
   * Compares.
   *
   * @throws AssertionFailedError with a diff of each file that differs, and the name of each file
   *     that belongs to nothing
   */
  void compare(Map<String, String> actual) throws IOException {
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
      writeTo(written, actual);
      faults.add(
          "Actual files: "
              + written
              + ". If they are right: -Drutter.golden=update -Drutter.golden.case="
              + name);
    }
    throw new AssertionFailedError(
        String.join("\n", faults), allExpected.toString(), allActual.toString());
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
    List<String> strays = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      paths
          .filter(not(Files::isDirectory))
          .map(path -> path.getFileName().toString())
          .filter(file -> !file.startsWith(".") && !isOfCase(file))
          .sorted()
          .forEach(file -> strays.add(stray(file)));
    }
    return strays;
  }

  private String stray(String file) {
    return name
        + "/"
        + file
        + ": belongs to nothing"
        + (file.endsWith(".yaml") || file.endsWith(".yml")
            ? ": the mesh of a case is its input.yaml alone"
            : "")
        + "; move it out of the folder";
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

  private static void writeTo(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
