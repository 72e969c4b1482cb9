// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The cases below a folder, held against the list of cases where there is one. */
final class GoldenFolder {
  /** The list of cases. */
  static final String LIST = "cases.txt";

  private static final int SHOWN = 20;

  private GoldenFolder() {}

  /**
   * The cases, sorted by name.
   *
   * @throws ExtensionConfigurationException if a folder is no case, the list of cases is wrong or
   *     there is no case
   */
  static List<GoldenCase> open(GoldenRoot root, GoldenSettings settings) {
    try {
      ImmutableList<GoldenCase> cases = CaseFinder.find(root, settings);
      checkList(root.folder().resolve(LIST), cases, settings);
      List<GoldenCase> chosen =
          cases.stream().filter(golden -> golden.name().startsWith(settings.caseFilter())).toList();
      if (chosen.isEmpty()) {
        throw new ExtensionConfigurationException(
            root.folder() + ": no case starts like " + settings.caseFilter() + names(cases));
      }
      return chosen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String names(List<GoldenCase> cases) {
    return cases.stream()
        .map(GoldenCase::name)
        .limit(SHOWN)
        .collect(joining(", ", " (expected: ", cases.size() > SHOWN ? ", ...)" : ")"));
  }

  private static void checkList(Path list, ImmutableList<GoldenCase> cases, GoldenSettings settings)
      throws IOException {
    if (!Files.exists(list, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    String found = cases.stream().map(GoldenFolder::line).collect(joining());
    String listed = ExpectedFiles.read(list).orElse("");
    if (listed.equals(found)) {
      return;
    }
    if (settings.update()) {
      write(list, found, settings);
    } else {
      throw new ExtensionConfigurationException(
          list
              + " does not agree with the folders; -Drutter.golden=update writes it.\n"
              + UnifiedDiff.of(list.toString(), listed, found));
    }
  }

  private static String line(GoldenCase golden) {
    String description = golden.description();
    return golden.name() + (description.isEmpty() ? ":\n" : ": " + description + "\n");
  }

  private static void write(Path list, String cases, GoldenSettings settings) throws IOException {
    Optional<String> objection = WrittenForm.CASES.objection(list);
    if (objection.isPresent()) {
      throw new ExtensionConfigurationException(list + ": left as it is: " + objection.get());
    }
    Files.writeString(list, cases);
    settings.report().accept(list.getParent() + ": wrote " + LIST);
  }
}
