// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A file in the folder of a case that is part of its mesh.
 *
 * @param file the file
 * @param text what is in it
 */
record CaseInput(Path file, String text) {
  /** Whether a file of this name is an input: YAML or JSON, and not what is expected. */
  static boolean isInput(String name) {
    return Stream.of(".yaml", ".yml", ".json").anyMatch(name::endsWith)
        && !ExpectedFiles.isExpected(name);
  }

  /**
   * Reads it.
   *
   * @throws ExtensionConfigurationException if it is not text
   */
  static CaseInput read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ExtensionConfigurationException(
          file + ": " + (Files.isSymbolicLink(file) ? "a link to no file" : "not a file"));
    }
    try {
      return new CaseInput(file, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new ExtensionConfigurationException(file + ": not UTF-8", e);
    }
  }

  /** Its name in the folder. */
  String name() {
    return file.getFileName().toString();
  }

  /** The comment that its first line is. */
  Optional<String> comment() {
    return text.lines()
        .findFirst()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .filter(comment -> !comment.isEmpty());
  }

  /** For the loader; positions name the file alone, wherever the folder is. */
  YamlSource source() {
    return YamlSource.text(name(), text);
  }
}
