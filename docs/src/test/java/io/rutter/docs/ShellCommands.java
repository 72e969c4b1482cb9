// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.rutter.cli.RutterInProcess;
import io.rutter.controlplane.ControlPlaneInProcess;
import io.rutter.controlplane.EnvoyProcess;
import io.rutter.controlplane.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands behind the commands of a {@link ShellSession}: Rutter's own run in this process, a
 * real Envoy looks at its configuration, and of what takes minutes all names must be right.
 */
final class ShellCommands implements AutoCloseable {
  /** Of Maven and its plugins. */
  private static final Set<String> PROPERTIES =
      Set.of("quick", "skipTests", "surefire.failIfNoSpecifiedTests");

  private static final Set<String> PHASES = Set.of("test", "package", "verify", "install");

  private final Page page;
  private final List<Thread> servers = new ArrayList<>();

  /** Commands of one page. */
  ShellCommands(Page page) {
    this.page = page;
  }

  /** Runs a command and returns its exit status. */
  int run(String name, Path folder, List<String> arguments, PrintStream out, PrintStream err)
      throws Exception {
    String[] resolved =
        arguments.stream().map(argument -> resolved(folder, argument)).toArray(String[]::new);
    return switch (name) {
      case "rutter" -> RutterInProcess.run(resolved, InputStream.nullInputStream(), out, err);
      case "control-plane" -> controlPlane(resolved, out, err);
      case "envoy" -> envoy(folder, arguments);
      case "mvn" -> maven(arguments);
      case "fuzz" -> isThere(".ci/fuzz", arguments.get(0));
      case "java" -> isThere("pom.xml", arguments.get(2).replaceAll(".*\\.", ""));
      default -> isThere("examples/benchmarks/" + name, "Shape");
    };
  }

  /** Files are named from the shell's folder, which is not that of this process. */
  private static String resolved(Path folder, String argument) {
    return !argument.startsWith("-") && Files.exists(folder.resolve(argument))
        ? folder.resolve(argument).toString()
        : argument;
  }

  /** A server runs until the page ends, on a free port. */
  private int controlPlane(String[] arguments, PrintStream out, PrintStream err) throws Exception {
    if (!arguments[0].equals("serve")) {
      return ControlPlaneInProcess.run(arguments, out, err);
    }
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--port", "0"));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream log = new PrintStream(said, true, UTF_8);
    Thread server =
        new Thread(
            () -> {
              int unused = ControlPlaneInProcess.run(all.toArray(new String[0]), log, log);
            },
            "plane");
    synchronized (servers) {
      servers.add(server);
    }
    server.start();
    Waiting.until(
        "serving",
        () -> said.toString(UTF_8),
        () -> said.toString(UTF_8).contains("event=mesh-served") || !server.isAlive());
    assertThat(server.isAlive()).as(said.toString(UTF_8)).isTrue();
    return 0;
  }

  private static int envoy(Path folder, List<String> arguments) throws Exception {
    assertThat(arguments).hasSize(2).startsWith("-c");
    Path config = folder.resolve(arguments.get(1));
    EnvoyProcess.require();
    assertThat(EnvoyProcess.validate(Files.readString(config), folder)).isEmpty();
    return 0;
  }

  /** The build is what runs this: that its modules, tests and properties are named right counts. */
  private int maven(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("-pl")) {
        i++;
        assertThat(Splitter.on(',').splitToList(arguments.get(i)))
            .allSatisfy(
                module -> assertThat(Page.root().resolve(module).resolve("pom.xml")).exists());
      } else if (argument.startsWith("-Dtest=")) {
        assertIsTest(argument.substring("-Dtest=".length()));
      } else if (argument.startsWith("-Drutter.")) {
        String property = argument.substring(2).replaceAll("=.*", "");
        assertThat(Page.files(".java"))
            .anyMatch(file -> Page.textOf(file).contains("\"" + property + "\""));
      } else if (argument.startsWith("-D")) {
        assertThat(PROPERTIES).contains(argument.substring(2).replaceAll("=.*", ""));
      } else if (!argument.equals("-am")) {
        assertThat(PHASES).contains(argument);
      }
    }
    return 0;
  }

  private void assertIsTest(String name) {
    boolean isOfThePage = page.text().contains("class " + name + " ");
    assertThat(isOfThePage || isSource(name)).as(name).isTrue();
  }

  private static boolean isSource(String name) {
    return Page.files(".java").stream().anyMatch(file -> file.endsWith(name + ".java"));
  }

  private static int isThere(String file, String type) {
    assertThat(Page.root().resolve(file)).exists();
    assertThat(isSource(type)).as(type).isTrue();
    return 0;
  }

  @Override
  public void close() {
    synchronized (servers) {
      servers.forEach(Thread::interrupt);
    }
  }
}
