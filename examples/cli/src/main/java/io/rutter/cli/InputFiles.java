// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.calltest.CallTestLoader;
import io.rutter.inspect.calltest.CallTests;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The arguments {@code FILE|FOLDER|-} of a command. */
final class InputFiles {
  private InputFiles() {}

  /**
   * Loads them as one mesh; {@code -} is standard input. What takes long is said on {@code err}.
   */
  static LoadResult load(
      List<String> inputs, StandardInput standardInput, InputStream in, PrintWriter err) {
    YamlSource ofStandardInput = standardInput.source(in, inputs);
    ImmutableList.Builder<YamlSource> sources = ImmutableList.builder();
    boolean isRead = false;
    for (String input : inputs) {
      if (input.equals(StandardInput.ARGUMENT)) {
        if (isRead) {
          continue; // There is nothing left to read.
        }
        isRead = true;
      }
      sources.add(
          input.equals(StandardInput.ARGUMENT)
              ? ofStandardInput
              : YamlSource.path(path("FILE", input)));
    }
    try (Progress progress = Progress.on(err)) {
      progress.stage("reading the input");
      return YamlLoader.create().load(sources.build());
    }
  }

  /** Loads test files. */
  static CallTests loadTests(List<String> inputs) {
    return CallTestLoader.load(
        inputs.stream().map(input -> path("--tests", input)).toArray(Path[]::new));
  }

  /**
   * The path that an argument names. An empty one would be the current folder; most often it is a
   * variable of a script that has no value.
   */
  static Path path(String argument, String value) {
    if (value.isEmpty()) {
      throw new UsageException(argument + ": an empty text (expected: the name of a file)");
    }
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new UsageException(argument + ": " + value + ": " + e.getReason());
    }
  }
}
