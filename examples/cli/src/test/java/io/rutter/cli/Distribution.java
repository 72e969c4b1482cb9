// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The zip of the build, unpacked in a folder.
 *
 * @param home the folder in it
 * @param temp for what runs leave behind
 */
record Distribution(Path home, Path temp) {
  private static final String ZIP = "rutter.distribution";

  /**
   * What a process did.
   *
   * @param status its exit status
   * @param out its standard output
   * @param err its standard error
   */
  record Run(int status, String out, String err) {}

  /** Unpacks it, where the build has made it. */
  static Distribution unpack(Path temp) throws IOException {
    assumeTrue(System.getProperty(ZIP) != null, "only after packaging");
    Path folder = temp.resolve("opt of tools");
    try (ZipFile zip = new ZipFile(System.getProperty(ZIP))) {
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
    String[] names = folder.toFile().list();
    assertThat(names).hasSize(1);
    Path home = folder.resolve(names[0]);
    assertThat(home.resolve("bin/rutter").toFile().setExecutable(true)).isTrue();
    return new Distribution(home, temp);
  }

  /** A file of it. */
  Path file(String name) {
    return home.resolve(name);
  }

  /** The folder of the archives that the launcher makes. */
  Path cache() {
    return temp.resolve("cache");
  }

  /** Runs a program in a folder, with the launcher on its path. */
  Run start(Map<String, String> environment, Path folder, List<String> command) throws Exception {
    Path out = Files.createTempFile(temp, "out", "");
    Path err = Files.createTempFile(temp, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("RUTTER_CACHE", cache().toString());
    builder.environment().merge("PATH", file("bin").toString(), (old, bin) -> bin + ":" + old);
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return new Run(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  static ImmutableList<ZipEntry> entries(ZipFile zip) {
    ImmutableList.Builder<ZipEntry> all = ImmutableList.builder();
    for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
      all.add(entries.nextElement());
    }
    return all.build();
  }
}
