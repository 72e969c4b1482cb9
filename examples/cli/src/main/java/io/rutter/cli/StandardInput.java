// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.yaml.YamlSource;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code -} among the inputs means. */
final class StandardInput {
  /** The argument. */
  static final String ARGUMENT = "-";

  @Option(
      names = "--stdin-filename",
      paramLabel = "NAME",
      description = "The file that standard input comes from, for problems. Default: <stdin>.")
  private Optional<String> name = Optional.empty();

  /** The source for it. */
  YamlSource source(InputStream in, List<String> inputs) {
    if (name.isPresent() && !inputs.contains(ARGUMENT)) {
      throw new UsageException(
          "--stdin-filename: " + name.get() + " (expected: with - among the inputs)");
    }
    return YamlSource.stream(name.orElse("<stdin>"), in);
  }
}
