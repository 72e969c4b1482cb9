// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The program {@code git}, run in one folder. What it is given is never an option of it. */
final class GitProgram {
  private final Path folder;

  GitProgram(Path folder) {
    this.folder = folder;
  }

  /** What it prints; absent: it fails. */
  Optional<byte[]> run(List<String> arguments) {
    return run(arguments, new byte[0]);
  }

  /** The same with this standard input. */
  Optional<byte[]> run(List<String> arguments, byte[] input) {
    ProcessBuilder builder =
        new ProcessBuilder(ImmutableList.<String>builder().add("git").addAll(arguments).build());
    builder.directory(folder.toFile());
    builder.environment().put("GIT_LITERAL_PATHSPECS", "1");
    builder.environment().put("GIT_TERMINAL_PROMPT", "0");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      Thread writer = writer(process, input);
      writer.start();
      byte[] output;
      try (InputStream out = process.getInputStream()) {
        output = ByteStreams.toByteArray(out);
      }
      writer.join();
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      throw new InputException("--git: the program git cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("--git: interrupted");
    }
  }

  /** Writes while the output is read: either may wait for the other otherwise. */
  private static Thread writer(Process process, byte[] input) {
    return new Thread(
        () -> {
          try (OutputStream to = process.getOutputStream()) {
            new ByteArrayInputStream(input).transferTo(to);
          } catch (IOException e) {
            // It has ended, which its exit status tells.
          }
        });
  }

  /** One line that it prints; absent: it fails. */
  Optional<String> line(String... arguments) {
    return run(ImmutableList.copyOf(arguments)).map(output -> new String(output, UTF_8).strip());
  }
}
