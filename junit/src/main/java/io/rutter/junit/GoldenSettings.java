// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What the caller of the tests asks for.
 *
 * @param update whether expected files are written, not compared
 * @param caseFilter how the name of a case must start
 * @param ci whether this is a build that must not write expected files
 * @param actualFiles where the files of a case that differs are written
 * @param report takes a line for what an update has written or deleted in a folder
 */
record GoldenSettings(
    boolean update, String caseFilter, boolean ci, Path actualFiles, Consumer<String> report) {
  private static final String MODE = "rutter.golden";
  private static final String CASE = "rutter.golden.case";
  private static final ImmutableList<String> FLAGS = ImmutableList.of(MODE, CASE);

  /** The settings of this process; of system properties and JUnit's, the former win. */
  static GoldenSettings fromSystem(Function<String, Optional<String>> parameters) {
    return of(System.getProperties(), parameters, System.getenv());
  }

  static GoldenSettings of(
      Properties system,
      Function<String, Optional<String>> parameters,
      Map<String, String> environment) {
    checkNames(system);
    String mode = flag(MODE, system, parameters);
    if (!mode.isEmpty() && !mode.equals("update")) {
      throw new ExtensionConfigurationException(
          MODE + ": " + mode + " (expected: update, or absent)");
    }
    boolean ci = isCi(environment);
    if (!mode.isEmpty() && ci) {
      throw new ExtensionConfigurationException(
          MODE + ": update (expected: absent, since the environment variable CI is set)");
    }
    return new GoldenSettings(
        !mode.isEmpty(),
        flag(CASE, system, parameters),
        ci,
        buildFolder(Path.of("")).resolve("golden"),
        System.out::println);
  }

  /** What the build of this project writes to: Gradle's folder, or Maven's. */
  static Path buildFolder(Path project) {
    boolean gradle =
        !Files.exists(project.resolve("pom.xml"))
            && List.of("build.gradle", "build.gradle.kts").stream()
                .anyMatch(file -> Files.exists(project.resolve(file)));
    return project.resolve(gradle ? "build" : "target");
  }

  /** A flag that nobody reads would pass for one that has its effect. */
  private static void checkNames(Properties system) {
    for (String name : new TreeSet<>(system.stringPropertyNames())) {
      if (name.startsWith(MODE) && !FLAGS.contains(name)) {
        throw new ExtensionConfigurationException(
            name + " is no flag (expected: " + String.join(", ", FLAGS) + ")");
      }
    }
  }

  private static String flag(
      String name, Properties system, Function<String, Optional<String>> parameters) {
    String value = system.getProperty(name);
    return (value == null ? parameters.apply(name).orElse("") : value).strip();
  }

  private static boolean isCi(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("CI"))
        .filter(value -> !value.isEmpty() && !value.equals("false"))
        .isPresent();
  }
}
