// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip of the build, unpacked where a user might, and its launcher. Runs after packaging. */
class DistributionCheck {
  private static final Path ZIP = Path.of(System.getProperty("rutter.distribution", "no.zip"));

  @TempDir private static Path temp;
  private static Path home = Path.of("");

  @BeforeAll
  static void unpack() throws IOException {
    assumeTrue(System.getProperty("rutter.distribution") != null, "only after packaging");
    Path folder = temp.resolve("opt of tools");
    try (ZipFile zip = new ZipFile(ZIP.toFile())) {
      for (ZipEntry entry : entries(zip)) {
        Path file = folder.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file);
          }
        }
      }
    }
    home = Files.list(folder).findFirst().orElseThrow();
    assertThat(home.resolve("bin/rutter").toFile().setExecutable(true)).isTrue();
  }

  /**
   * What a process did.
   *
   * @param status its exit status
   * @param out its standard output
   * @param err its standard error
   */
  private record Run(int status, String out, String err) {}

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
        .allSatisfy(name -> assertThat(home.resolve(name)).exists());
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
    assertThat(temp.resolve("cache"))
        .isDirectoryContaining(
            file -> file.getFileName().toString().contains("-java-") && file.toFile().length() > 0);
    assertThat(temp.resolve("cache").toFile().list()).hasSize(1);
  }

  @Test
  void theLauncherIsFoundThroughALink() throws Exception {
    needsUnix();
    Path link = Files.createSymbolicLink(temp.resolve("linked"), home.resolve("bin/rutter"));

    Run run = run(Map.of(), link, home, "--version");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(CommandRun.rutter("--version").out());
  }

  @Test
  void statusArgumentsAndStandardErrorGoThrough() throws Exception {
    needsUnix();
    Path folder = Files.createDirectories(temp.resolve("two words"));
    Files.writeString(folder.resolve("a b.yaml"), "kind: [");
    Files.writeString(folder.resolve(".rutter.yaml"), "suppress: [{code: unknown-port}]");

    Run run = run(Map.of("CI", "true"), home.resolve("bin/rutter"), folder, "validate", "a b.yaml");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).startsWith("a b.yaml:1:");
    assertThat(run.err()).isEqualTo("rutter: 1 error\n");
    Files.writeString(folder.resolve(".rutter.yaml"), "suppress: [{code: malformed-yaml}]");
    assertThat(run(Map.of(), home.resolve("bin/rutter"), folder, "validate", "a b.yaml").status())
        .isZero();
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
    Path jar = home.resolve("lib/rutter.jar");
    Run run =
        start(
            Map.of(),
            home,
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
    String licences = Files.readString(home.resolve("THIRD-PARTY.txt"));
    List<String> packages =
        Splitter.onPattern("\\s+")
            .splitToStream(licences.substring(0, licences.indexOf("\n\nProtocol Buffers\n")))
            .map(name -> name.replace('.', '/') + "/")
            .toList();
    try (JarFile jar = new JarFile(home.resolve("lib/rutter.jar").toFile())) {
      assertThat(
              entries(jar).stream()
                  .map(entry -> entry.getName().replaceFirst("^META-INF/versions/\\d+/", ""))
                  .filter(name -> name.endsWith(".class") && !name.startsWith("io/rutter/"))
                  .filter(name -> packages.stream().noneMatch(name::startsWith)))
          .isEmpty();
    }
  }

  @Test
  void windowsStartsTheSameClass() throws IOException {
    assertThat(Files.readString(home.resolve("bin/rutter.cmd")))
        .contains("lib\\rutter.jar", "io.rutter.cli.Rutter %*", "-Xmx256m")
        .doesNotContain("@rutter");
  }

  private static void needsUnix() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
  }

  private static Run run(Map<String, String> environment, String... arguments) throws Exception {
    return run(environment, home.resolve("bin/rutter"), home, arguments);
  }

  private static Run run(
      Map<String, String> environment, Path launcher, Path folder, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    return start(environment, folder, command);
  }

  private static Run start(Map<String, String> environment, Path folder, List<String> command)
      throws Exception {
    Path out = Files.createTempFile(temp, "out", "");
    Path err = Files.createTempFile(temp, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("RUTTER_CACHE", temp.resolve("cache").toString());
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return new Run(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static ImmutableList<ZipEntry> entries(ZipFile zip) {
    ImmutableList.Builder<ZipEntry> all = ImmutableList.builder();
    for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
      all.add(entries.nextElement());
    }
    return all.build();
  }
}
