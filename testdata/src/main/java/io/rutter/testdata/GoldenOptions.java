// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import io.rutter.translator.TranslationOptions;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Reads {@code options.properties}: the names are those of {@link TranslationOptions}. */
final class GoldenOptions {
  private GoldenOptions() {}

  /** The options of the case in this folder. */
  static TranslationOptions read(Path folder) {
    Path file = folder.resolve("options.properties");
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    TranslationOptions.Builder options = TranslationOptions.builder();
    for (String name : properties.stringPropertyNames()) {
      set(options, name, Boolean.parseBoolean(properties.getProperty(name)), file);
    }
    return options.build();
  }

  private static void set(
      TranslationOptions.Builder options, String name, boolean value, Path file) {
    switch (name) {
      case "dualStack" -> options.dualStack(value);
      case "quicListeners" -> options.quicListeners(value);
      case "tlsOnSidecarIngress" -> options.tlsOnSidecarIngress(value);
      default -> throw new ExtensionConfigurationException(file + ": " + name + " is no option");
    }
  }
}
