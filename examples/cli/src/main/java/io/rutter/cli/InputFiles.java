// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.InputStream;
import java.util.List;

/** The arguments {@code FILE|FOLDER|-} of a command. */
final class InputFiles {
  private InputFiles() {}

  /** Loads them as one mesh; {@code -} is standard input. */
  static LoadResult load(List<String> inputs, InputStream in) {
    return YamlLoader.create()
        .load(
            inputs.stream()
                .map(
                    input ->
                        input.equals("-")
                            ? YamlSource.stream("<stdin>", in)
                            : YamlSource.path(input))
                .toList());
  }
}
