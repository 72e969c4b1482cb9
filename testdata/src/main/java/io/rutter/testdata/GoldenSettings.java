// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What the caller of the tests asks for.
 *
 * @param update whether expected files are written, not compared
 * @param caseFilter how the name of a case must start
 * @param actualFiles where the files of a case that differs are written
 * @param report takes a line for what an update has written or deleted in a folder
 */
record GoldenSettings(
    boolean update, String caseFilter, Path actualFiles, Consumer<String> report) {
  /** The settings of this process. */
  static GoldenSettings fromSystem() {
    return of(System.getProperties(), System.getenv());
  }

  static GoldenSettings of(Properties properties, Map<String, String> environment) {
    String mode = properties.getProperty("rutter.golden", "");
    if (!mode.isEmpty() && !mode.equals("update")) {
      throw new ExtensionConfigurationException(
          "rutter.golden: " + mode + " (expected: update, or absent)");
    }
    if (!mode.isEmpty() && isCi(environment)) {
      throw new ExtensionConfigurationException(
          "rutter.golden: update (expected: absent, since the environment variable CI is set)");
    }
    return new GoldenSettings(
        !mode.isEmpty(),
        properties.getProperty("rutter.golden.case", ""),
        Path.of("target", "golden"),
        System.out::println);
  }

  private static boolean isCi(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("CI"))
        .filter(value -> !value.isEmpty() && !value.equals("false"))
        .isPresent();
  }
}
