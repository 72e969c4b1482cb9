// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.inspect.calltest.CallCoverage;
import io.rutter.inspect.calltest.CoverageReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of coverage by tests. */
final class CoverageOptions {
  @Option(
      names = "--coverage",
      description =
          "With --tests: says which rules, matches, destinations and policies no test reaches.")
  private boolean coverage;

  @Option(
      names = "--coverage-format",
      paramLabel = "FORMAT",
      description = "text (the default), json, lcov or cobertura.")
  private Optional<CoverageFormat> format = Optional.empty();

  @Option(
      names = "--coverage-file",
      paramLabel = "FILE",
      description = "Where coverage is written. Default: standard output, after the tests.")
  private Optional<String> file = Optional.empty();

  @Option(
      names = "--fail-under",
      paramLabel = "PERCENT",
      description =
          "The exit status is 1 if less is covered, from 0 to 100. Default: any coverage will do.")
  private Optional<Double> failUnder = Optional.empty();

  /** Whether coverage is asked for. */
  boolean wanted() {
    return coverage;
  }

  /**
   * Refuses what does not make sense together.
   *
   * @param tests whether tests are run
   * @param mesh whether on a mesh
   * @param results how their results are printed
   */
  void check(boolean tests, boolean mesh, ReportFormat results) {
    boolean other = format.isPresent() || file.isPresent() || failUnder.isPresent();
    if (other && !coverage) {
      throw new UsageException(
          "--coverage-format, --coverage-file and --fail-under are for --coverage");
    }
    if (!coverage) {
      return;
    }
    if (!tests) {
      throw new UsageException("--coverage: it is for --tests");
    }
    if (!mesh) {
      throw new UsageException("--coverage: it is of the rules of a mesh, not of --resources");
    }
    if (file.isEmpty() && (results != ReportFormat.TEXT || isForTools())) {
      throw new UsageException(
          "--coverage: name a --coverage-file, so that each output is one document");
    }
    if (failUnder.isPresent() && !(failUnder.get() >= 0 && failUnder.get() <= 100)) {
      throw new UsageException("--fail-under: " + failUnder.get() + " (expected: 0 to 100)");
    }
  }

  private boolean isForTools() {
    return format.isPresent() && format.get() != CoverageFormat.TEXT;
  }

  /**
   * Prints coverage.
   *
   * @return whether it is enough
   */
  boolean print(CallCoverage found, PrintWriter out, PrintWriter err) {
    String text =
        switch (format.orElse(CoverageFormat.TEXT)) {
          case TEXT -> CoverageReport.text(found);
          case JSON -> CoverageReport.json(found);
          case LCOV -> CoverageReport.lcov(found);
          case COBERTURA -> CoverageReport.cobertura(found);
        };
    if (file.isPresent()) {
      write(InputFiles.path("--coverage-file", file.get()), text);
    } else {
      out.print(text);
    }
    boolean enough = found.percent() >= failUnder.orElse(0.0);
    if (!enough) {
      err.println(
          String.format(
              Locale.ROOT,
              "rutter: %.1f percent covered (expected: at least %s)",
              Math.floor(found.percent() * 10) / 10,
              failUnder.get()));
    }
    return enough;
  }

  private static void write(Path path, String text) {
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new InputException("--coverage-file: " + path + ": " + e);
    }
  }
}
