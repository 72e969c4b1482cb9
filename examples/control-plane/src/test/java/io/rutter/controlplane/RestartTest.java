// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command as a process of its own, which is killed and started again: its Envoy goes on. More
 * of it: {@code -Drutter.restarts=10}.
 */
class RestartTest {
  private static final int RESTARTS = Integer.getInteger("rutter.restarts", 1);

  /** Its warnings, and that it takes options from the environment. */
  private static final Pattern OF_JVM =
      Pattern.compile("WARNING: |Picked up |[A-Za-z0-9() -]* VM warning: ");

  /** As the launcher has them: newer JDKs would warn of what libraries call. */
  private static final List<String> OPTIONS =
      Runtime.version().feature() < 24
          ? List.of()
          : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  @TempDir Path home;

  private Process start(Path folder, int port) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(ControlPlaneCommand.class.getName());
    command.addAll(List.of("serve", folder.toString(), "--port", "" + port));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private Path log() {
    return home.resolve("plane.log");
  }

  private static void change(Path folder, int number, Backend backend) throws IOException {
    Edge.write(
        folder,
        "restart",
        Edge.service("restart.test", backend),
        Edge.routes(
            "restart.test",
            Edge.routeTo(
                "restart.test",
                ", headers: {response: {set: {x-change: n%d-}}}".formatted(number))));
  }

  @ParameterizedTest(name = "delta: {0}")
  @ValueSource(booleans = {false, true})
  void anEnvoyOutlivesItsControlPlane(boolean isDelta) throws Exception {
    EnvoyProcess.require();
    Path folder = Files.createDirectories(home.resolve("mesh"));
    int gateway = Ports.free();
    int port = Ports.free();
    Files.writeString(folder.resolve("mesh.yaml"), Edge.mesh(gateway));
    try (Backend backend = Backend.start("one", 52, 0)) {
      change(folder, 0, backend);
      Process plane = start(folder, port);
      try (EnvoyProcess envoy = EnvoyProcess.start("edge.e2e", port, home, isDelta)) {
        await(envoy, gateway, 0);
        try (Load load = Load.ofConnections(gateway, "restart.test")) {
          for (int change = 1; change <= 3 * RESTARTS; change += 3) {
            plane.destroyForcibly().onExit().join();
            change(folder, change, backend); // While it is down.
            plane = start(folder, port);
            await(envoy, gateway, change);
            change(folder, change + 1, backend);
            await(envoy, gateway, change + 1);
            plane.destroyForcibly().onExit().join();
            plane = start(folder, port); // Nothing has changed.
            long before = connections();
            Waiting.until("connected", this::said, () -> connections() > before);
            change(folder, change + 2, backend);
            await(envoy, gateway, change + 2);
          }
          System.out.println("requests while the control plane restarts: " + load.sent());
        }
      } finally {
        plane.destroyForcibly().onExit().join();
      }
    }
    assertThat(said())
        .allMatch(line -> line.startsWith("time="))
        .noneMatch(line -> line.contains("level=error") || line.contains("event=nack"));
  }

  /** The lines of the program, without what its JVM says. */
  private List<String> said() {
    try {
      return Files.readAllLines(log()).stream()
          .filter(line -> !line.isEmpty() && !OF_JVM.matcher(line).lookingAt())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long connections() {
    return said().stream().filter(line -> line.contains("event=connected")).count();
  }

  private void await(EnvoyProcess envoy, int gateway, int change) {
    Waiting.until(
        "change " + change,
        this::said,
        () ->
            envoy.admin("/config_dump").contains("\"n" + change + "-\"")
                && TlsClient.getInClear(gateway, "restart.test").startsWith("HTTP/1.1 200"));
  }
}
