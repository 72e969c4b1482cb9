// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import io.rutter.cli.Distribution.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip of the build, unpacked where a user might, and its launcher. Runs after packaging. */
class DistributionCheck {
  @TempDir private static Path temp;

  private static Distribution distribution = new Distribution(Path.of(""), Path.of(""));

  @BeforeAll
  static void unpack() throws IOException {
    distribution = Distribution.unpack(temp);
  }

  @Test
  void theZipHasWhatPackagersLookFor() {
    assertThat(
            List.of(
                "LICENSE",
                "THIRD-PARTY.txt",
                "bin/rutter",
                "bin/rutter.cmd",
                "lib/rutter.jar",
                "share/man/man1/rutter.1",
                "share/man/man1/rutter-analyze.1",
                "share/bash-completion/completions/rutter",
                "share/fish/vendor_completions.d/rutter.fish",
                "examples/bookinfo",
                "examples/calls/bookinfo.yaml"))
        .allSatisfy(name -> assertThat(distribution.file(name)).exists());
  }

  @Test
  void theLauncherDoesWhatTheCommandDoes() throws Exception {
    needsUnix();
    for (int i = 0; i < 2; i++) { // The second time with the archive that the first has made.
      Run run = run(Map.of(), "translate", "--format", "table", "examples/bookinfo");

      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.out())
          .isEqualTo(CommandRun.rutter("translate", "--format", "table", "../bookinfo").out());
      assertThat(run.err()).isEmpty();
    }
    assertThat(distribution.cache())
        .isDirectoryContaining(
            file -> file.getFileName().toString().contains("-java-") && file.toFile().length() > 0);
    assertThat(distribution.cache().toFile().list()).hasSize(1);
  }

  @Test
  void theLauncherIsFoundThroughALink() throws Exception {
    needsUnix();
    Path link = Files.createSymbolicLink(temp.resolve("linked"), distribution.file("bin/rutter"));

    Run run = run(Map.of(), link, distribution.home(), "--version");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(CommandRun.rutter("--version").out());
  }

  @Test
  void statusArgumentsAndStandardErrorGoThrough() throws Exception {
    needsUnix();
    Path folder = Files.createDirectories(temp.resolve("two words"));
    Files.writeString(folder.resolve("a b.yaml"), "kind: [");
    Files.writeString(folder.resolve(".rutter.yaml"), "suppress: [{code: unknown-port}]");

    Run run =
        run(Map.of("CI", "true"), distribution.file("bin/rutter"), folder, "validate", "a b.yaml");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).startsWith("a b.yaml:1:");
    assertThat(run.err()).isEqualTo("rutter: 1 error\n");
    Files.writeString(folder.resolve(".rutter.yaml"), "suppress: [{code: malformed-yaml}]");
    assertThat(
            run(Map.of(), distribution.file("bin/rutter"), folder, "validate", "a b.yaml").status())
        .isZero();
  }

  @Test
  void withoutALocaleNamesOfFilesAreUtf8() throws Exception {
    needsUnix();
    String script =
        """
        name=$(printf 'gr\\303\\266\\303\\237e')
        mkdir "$name" && echo 'kind: [' >"$name/$name.yaml"
        rutter validate --quiet "$name"
        """;

    Run run = distribution.start(Map.of("LC_ALL", "C"), temp, List.of("/bin/sh", "-c", script));

    assertThat(run.out()).startsWith("gr\u00f6\u00dfe/gr\u00f6\u00dfe.yaml:2:");
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void withoutJavaTheLauncherSaysWhatItNeeds() throws Exception {
    needsUnix();

    Run run = run(Map.of("JAVA_HOME", temp.toString()), "--version");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("(expected: Java 17 or newer");
  }

  @Test
  void optionsOfJavaAreHandedOn() throws Exception {
    needsUnix();

    Run run = run(Map.of("RUTTER_JAVA_OPTIONS", "-Xmx300m -XshowSettings:vm"), "--version");

    assertThat(run.err()).contains("Max. Heap Size: 300.00M");
  }

  @Test
  void theJarRunsByItselfAndSaysWhatItIs() throws Exception {
    Path jar = distribution.file("lib/rutter.jar");
    Run run =
        distribution.start(
            Map.of(),
            distribution.home(),
            List.of(java(), "-jar", jar.toString(), "validate", "examples/bookinfo"));

    assertThat(run.status()).as(run.err()).isZero();
    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.getManifest().getMainAttributes().getValue("Istio-Version"))
          .isEqualTo("1.31");
      assertThat(file.getEntry("META-INF/LICENSE")).isNotNull();
      assertThat(file.getEntry("META-INF/THIRD-PARTY.txt")).isNotNull();
    }
  }

  @Test
  void everythingThatIsBundledHasItsLicence() throws IOException {
    String licences = Files.readString(distribution.file("THIRD-PARTY.txt"));
    List<String> packages =
        Splitter.onPattern("\\s+")
            .splitToStream(licences.substring(0, licences.indexOf("\n\nProtocol Buffers\n")))
            .map(name -> name.replace('.', '/') + "/")
            .toList();
    try (JarFile jar = new JarFile(distribution.file("lib/rutter.jar").toFile())) {
      assertThat(
              Distribution.entries(jar).stream()
                  .map(entry -> entry.getName().replaceFirst("^META-INF/versions/\\d+/", ""))
                  .filter(name -> name.endsWith(".class") && !name.startsWith("io/rutter/"))
                  .filter(name -> packages.stream().noneMatch(name::startsWith)))
          .isEmpty();
    }
  }

  @Test
  void windowsStartsTheSameClass() throws IOException {
    assertThat(Files.readString(distribution.file("bin/rutter.cmd")))
        .contains("lib\\rutter.jar", "io.rutter.cli.Rutter %*", "-Xmx256m")
        .doesNotContain("@project", "@git");
  }

  private static void needsUnix() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
  }

  private static Run run(Map<String, String> environment, String... arguments) throws Exception {
    return run(environment, distribution.file("bin/rutter"), distribution.home(), arguments);
  }

  private static Run run(
      Map<String, String> environment, Path launcher, Path folder, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    return distribution.start(environment, folder, command);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
