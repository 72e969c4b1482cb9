// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The cases below a folder, held against the list of cases. */
final class GoldenFolder {
  private static final String LIST = "cases.txt";

  private GoldenFolder() {}

  /**
   * The cases, sorted by name.
   *
   * @throws ExtensionConfigurationException if a folder is no case, the list of cases is wrong or
   *     there is no case
   */
  static List<GoldenCase> open(Path folder, GoldenSettings settings) {
    try {
      ImmutableList<GoldenCase> cases = CaseFinder.find(folder, settings);
      checkList(folder, cases, settings);
      List<GoldenCase> chosen =
          cases.stream().filter(golden -> golden.name().startsWith(settings.caseFilter())).toList();
      if (chosen.isEmpty()) {
        throw new ExtensionConfigurationException(
            folder + ": no case" + (cases.isEmpty() ? "" : " " + settings.caseFilter() + "*"));
      }
      return chosen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkList(
      Path folder, ImmutableList<GoldenCase> cases, GoldenSettings settings) throws IOException {
    Path list = folder.resolve(LIST);
    String found =
        cases.stream()
            .map(golden -> golden.name() + ": " + golden.description() + "\n")
            .collect(joining());
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

  private static void write(Path list, String cases, GoldenSettings settings) throws IOException {
    Optional<String> objection = WrittenForm.CASES.objection(list);
    if (objection.isPresent()) {
      throw new ExtensionConfigurationException(list + ": left as it is: " + objection.get());
    }
    Files.writeString(list, cases);
    settings.report().accept(list.getParent() + ": wrote " + LIST);
  }
}
