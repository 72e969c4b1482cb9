// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rutter.cli.Distribution.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of {@code docs/command.md} install the zip of the build, in folders of the test. */
class InstallCheck {
  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path temp;

  @Test
  void theLinesThatInstallItWork() throws Exception {
    Distribution distribution = Distribution.unpack(temp);
    assumeTrue(
        Stream.of("/usr/bin/unzip", "/bin/unzip").anyMatch(file -> Files.exists(Path.of(file))),
        "no unzip");
    Path root = Path.of(System.getProperty("rutter.root", "../.."));
    Matcher lines = SHELL.matcher(Files.readString(root.resolve("docs/command.md")));
    assertThat(lines.find()).isTrue();
    Path work = Files.createDirectories(temp.resolve("work"));
    Path zip = Path.of(System.getProperty("rutter.distribution"));
    Files.copy(zip, work.resolve(zip.getFileName()));
    Path opt = Files.createDirectories(temp.resolve("opt"));
    Path bin = Files.createDirectories(temp.resolve("bin"));
    String script = lines.group(1).replace("/opt", "" + opt).replace("/usr/local/bin", "" + bin);

    Run run =
        distribution.start(
            Map.of("PATH", bin + ":" + System.getenv("PATH"), "RUTTER_CACHE", "off"),
            work,
            List.of("/bin/sh", "-e", "-c", script));

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("outbound|9080|v1|reviews.bookinfo.svc.cluster.local");
    assertThat(lines.find()).as("another block").isFalse();
  }
}
