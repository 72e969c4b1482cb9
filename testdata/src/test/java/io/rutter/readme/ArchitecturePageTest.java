// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md says of packages and classes is there. */
class ArchitecturePageTest {
  private static final Path ROOT = Path.of(System.getProperty("rutter.root", ".."));
  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
  private static final Pattern CLASS = Pattern.compile("[A-Z][a-z][A-Za-z0-9]*");

  /** Names of nested types. */
  private static final Set<String> NESTED = Set.of("Inputs");

  private static ImmutableSet<String> quoted() throws IOException {
    return QUOTED
        .matcher(Files.readString(ROOT.resolve("docs/architecture.md")))
        .results()
        .map(quoted -> quoted.group(1))
        .collect(Collectors.collectingAndThen(Collectors.toList(), ImmutableSet::copyOf));
  }

  @Test
  void tablesHaveEveryPackage() throws IOException {
    ImmutableSet<String> quoted = quoted();
    Set<String> missing = new TreeSet<>();
    for (String module :
        new String[] {
          "model", "translator", "inspect", "yaml-loader", "java-control-plane", "junit"
        }) {
      Path sources = ROOT.resolve(module + "/src/main/java/io/rutter");
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.endsWith("package-info.java"))
            .map(file -> sources.relativize(file.getParent()))
            .filter(folder -> folder.getNameCount() > 1)
            .map(folder -> folder.subpath(1, folder.getNameCount()).toString().replace('/', '.'))
            .filter(name -> !quoted.contains(name))
            .forEach(missing::add);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void classesExist() throws IOException {
    Set<String> names;
    try (Stream<Path> files = Files.walk(ROOT)) {
      names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .collect(Collectors.toSet());
    }
    assertThat(quoted().stream().filter(name -> CLASS.matcher(name).matches()))
        .isNotEmpty()
        .allMatch(name -> names.contains(name) || NESTED.contains(name));
  }
}
