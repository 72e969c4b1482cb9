// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A shell in a folder of its own, in which commands of the repository are stand-ins that hand their
 * arguments to this process: what a page shows is run by a real shell, and without another Java.
 */
final class ShellSession implements AutoCloseable {
  /** Waits for the answer; a command that is killed leaves nothing behind. */
  private static final String STAND_IN =
      """
      #!/bin/sh
      call=$(mktemp -d "$RUTTER_CALLS/call.XXXXXX")
      printf '%s\\n' "$(basename "$0")" "$PWD" "$@" >"$call/arguments"
      : >"$call/asked"
      while [ ! -e "$call/status" ]; do sleep 0.02; done
      cat "$call/err" >&2
      cat "$call/out"
      exit "$(cat "$call/status")"
      """;

  private final Path folder;
  private final Path calls;
  private final Path bin;
  private final ShellCommands commands;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private ShellSession(Path folder, ShellCommands commands) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("work"));
    this.calls = Files.createDirectories(folder.resolve("calls"));
    this.bin = Files.createDirectories(folder.resolve("bin"));
    this.commands = commands;
  }

  /** Starts one whose work folder has the examples, with stand-ins for their commands. */
  static ShellSession start(Path folder, ShellCommands commands) throws IOException {
    ShellSession session = new ShellSession(folder, commands);
    for (String name : List.of("rutter", "control-plane", "envoy", "mvn", "java")) {
      session.standIn(session.bin.resolve(name));
    }
    for (String name :
        List.of(
            "examples/cli/rutter",
            "examples/control-plane/control-plane",
            "examples/benchmarks/ratios",
            "examples/benchmarks/pushes",
            "examples/benchmarks/growth",
            "examples/benchmarks/store",
            "examples/benchmarks/benchmarks",
            ".ci/fuzz")) {
      session.standIn(session.folder.resolve(name));
    }
    session.copy("examples/bookinfo", "examples/bookinfo");
    session.copy("examples/calls", "examples/calls");
    session.copy("examples/bookinfo", "mesh");
    return session;
  }

  private void copy(String from, String to) throws IOException {
    Path target = Files.createDirectories(folder.resolve(to));
    try (Stream<Path> files = Files.list(Page.root().resolve(from))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  private void standIn(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, STAND_IN);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }

  /** The folder in which it works. */
  Path folder() {
    return folder;
  }

  /** Runs a script up to its first command that fails; what it said, if one does. */
  String run(String script) throws IOException, InterruptedException {
    Path said = folder.resolveSibling("said");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-e", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("RUTTER_CALLS", calls.toString());
    builder.environment().merge("PATH", bin.toString(), (path, own) -> own + ":" + path);
    Process shell = builder.start();
    while (shell.isAlive()) {
      answer();
      Thread.sleep(5);
    }
    return shell.exitValue() == 0 ? "" : script + Files.readString(said);
  }

  private void answer() throws IOException {
    List<Path> asked = new ArrayList<>();
    try (Stream<Path> all = Files.list(calls)) {
      all.filter(call -> Files.exists(call.resolve("asked"))).forEach(asked::add);
    }
    for (Path call : asked) {
      Files.delete(call.resolve("asked"));
      threads.execute(() -> answer(call));
    }
  }

  private void answer(Path call) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try (PrintStream output = new PrintStream(out, true, UTF_8);
        PrintStream errors = new PrintStream(err, true, UTF_8)) {
      List<String> arguments =
          Splitter.on('\n')
              .splitToList(Files.readString(call.resolve("arguments")).stripTrailing());
      int status;
      try {
        status =
            commands.run(
                arguments.get(0),
                Path.of(arguments.get(1)),
                arguments.subList(2, arguments.size()),
                output,
                errors);
      } catch (Exception | AssertionError e) {
        errors.println(arguments + ": " + e);
        status = 99;
      }
      Files.write(call.resolve("out"), out.toByteArray());
      Files.write(call.resolve("err"), err.toByteArray());
      Path done = Files.writeString(call.resolve("status.new"), status + "\n");
      Files.move(done, call.resolve("status"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    commands.close();
    threads.shutdownNow();
  }
}
