// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.architecture;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** House rules for source files. */
class LintTest {
  private static final String HEADER =
      "// Copyright The Rutter Authors\n// SPDX-License-Identifier: Apache-2.0\n";
  private static final int MOST_LINES = 400;
  private static final int MOST_METHOD_LINES = 60;

  /** Istio's largest message: one getter, one setter and one line of reading for each field. */
  private static final Pattern LARGEST_MESSAGE = Pattern.compile("MeshConfig(Reader)?\\.java");

  private static final List<Path> SOURCES = Repository.javaSources();

  @Test
  void filesAreShort() {
    assertThat(filesWhere(text -> text.lines().count() > MOST_LINES))
        .filteredOn(file -> !LARGEST_MESSAGE.matcher(file.getFileName().toString()).matches())
        .isEmpty();
  }

  @Test
  void methodsAreShort() {
    assertThat(MethodLengths.longerThan(MOST_METHOD_LINES, SOURCES))
        .filteredOn(method -> !LARGEST_MESSAGE.matcher(method).find())
        .isEmpty();
  }

  @Test
  void filesHaveTheLicence() {
    assertThat(filesWhere(text -> !text.startsWith(HEADER))).isEmpty();
  }

  @Test
  void packagesAreNullMarked() {
    assertThat(
            SOURCES.stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .filter(file -> !file.endsWith("module-info.java"))
                .filter(file -> !file.toString().contains("/integration/")) // Projects of users.
                .map(file -> file.resolveSibling("package-info.java"))
                .distinct()
                .filter(not(LintTest::isNullMarked)))
        .isEmpty();
  }

  @Test
  void suppressionsSayWhy() {
    assertThat(
            filesWhere(
                text ->
                    text.lines()
                        .anyMatch(
                            line ->
                                line.strip().startsWith("@SuppressWarnings")
                                    && !line.contains("//"))))
        .isEmpty();
  }

  @Test
  void publishedJarsHaveModuleNames() {
    for (String module :
        ImmutableList.of(
            "model", "translator", "inspect", "yaml-loader", "java-control-plane", "junit")) {
      Path folder = Repository.root().resolve(module);
      Path descriptor = folder.resolve("src/main/java/module-info.java");
      assertThat(
              Files.exists(descriptor)
                  ? Repository.read(descriptor)
                  : Repository.read(folder.resolve("pom.xml")))
          .containsAnyOf("\nmodule io.rutter.", "<Automatic-Module-Name>io.rutter.");
    }
  }

  private static boolean isNullMarked(Path packageInfo) {
    if (!Files.exists(packageInfo)) {
      return false;
    }
    String text = Repository.read(packageInfo);
    return text.contains("/**")
        && text.contains("@NullMarked")
        && text.contains("@CheckReturnValue");
  }

  private static List<Path> filesWhere(Predicate<String> offends) {
    return SOURCES.stream().filter(file -> offends.test(Repository.read(file))).toList();
  }
}
