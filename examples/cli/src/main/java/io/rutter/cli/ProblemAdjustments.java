// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which problems are shown, and how bad they are. */
final class ProblemAdjustments {
  private static final String DEFAULT_FILE = ".rutter.yaml";

  @Option(
      names = "--suppress",
      paramLabel = "CODE[=OBJECT]",
      completionCandidates = CodeNames.class,
      description = {
        "Problems of this code (of this object, named Kind/namespace/name) are not shown and do not"
            + " fail; * stands for any characters (may be repeated)."
      })
  private List<String> suppressions = List.of();

  @Option(
      names = "--severity",
      paramLabel = "CODE=SEVERITY",
      description = "Problems of this code have this severity (may be repeated).")
  private List<String> severities = List.of();

  @Option(names = "--strict", description = "Unknown fields are errors.")
  private boolean strict;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "Has these options for everyone who works in a folder. Default: "
            + DEFAULT_FILE
            + ", if it"
            + " is there."
      })
  private Optional<String> config = Optional.empty();

  /**
   * The rules of the command line, then those of the file.
   *
   * @param failOn what the command line says; absent: the file says it
   */
  ProblemRules rules(Optional<Severity> failOn) {
    ConfigFile file = file();
    ImmutableList.Builder<SeverityRule> allSeverities = ImmutableList.builder();
    if (strict || file.strict()) {
      allSeverities.add(SeverityRule.STRICT);
    }
    allSeverities.addAll(file.severities());
    severities.forEach(text -> allSeverities.add(severityRule(text)));
    ImmutableList.Builder<Suppression> allSuppressions = ImmutableList.builder();
    for (String text : suppressions) {
      checkCode("--suppress", text);
      allSuppressions.add(new Suppression(ProblemPattern.parse(text), Suppression.OPTION));
    }
    return new ProblemRules(
        failOn.or(file::failOn).orElse(Severity.ERROR),
        allSuppressions.addAll(file.suppressions()).build(),
        allSeverities.build());
  }

  private ConfigFile file() {
    if (config.isPresent()) {
      return ConfigFileReader.read(InputFiles.path("--config", config.get()));
    }
    Path file = Path.of(DEFAULT_FILE);
    return Files.exists(file) ? ConfigFileReader.read(file) : ConfigFile.EMPTY;
  }

  private static SeverityRule severityRule(String text) {
    int end = text.lastIndexOf('=');
    Optional<Severity> severity = SeverityNames.find(text.substring(end + 1));
    if (end < 0 || severity.isEmpty()) {
      throw new UsageException(
          "--severity: " + text + " (expected: CODE=SEVERITY with " + SeverityNames.EXPECTED + ")");
    }
    String pattern = text.substring(0, end);
    checkCode("--severity", pattern);
    return new SeverityRule(ProblemPattern.parse(pattern), severity.get());
  }

  private static void checkCode(String option, String pattern) {
    ProblemPattern.expectedCode(pattern)
        .ifPresent(
            expected -> {
              throw new UsageException(option + ": " + pattern + " (expected: " + expected + ")");
            });
  }
}
