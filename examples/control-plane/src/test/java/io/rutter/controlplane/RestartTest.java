// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command as a process of its own, which is killed and started again: its Envoy goes on. More
 * of it: {@code -Drutter.restarts=10}.
 */
class RestartTest {
  private static final int RESTARTS = Integer.getInteger("rutter.restarts", 1);

  @TempDir Path home;

  private Process start(Path folder, int port) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ControlPlaneCommand.class.getName(),
                "serve",
                folder.toString(),
                "--port",
                "" + port))
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

  @Test
  void anEnvoyOutlivesItsControlPlane() throws Exception {
    EnvoyProcess.require();
    Path folder = Files.createDirectories(home.resolve("mesh"));
    int gateway = EnvoyProcess.freePort();
    int port = EnvoyProcess.freePort();
    Files.writeString(folder.resolve("mesh.yaml"), Edge.mesh(gateway));
    try (Backend backend = Backend.start("one", 52, 0)) {
      change(folder, 0, backend);
      Process plane = start(folder, port);
      try (EnvoyProcess envoy = EnvoyProcess.start("edge.e2e", port, home)) {
        await(envoy, gateway, 0);
        try (ConnectionLoad load = new ConnectionLoad(gateway, "restart.test")) {
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
            Edge.until("connected", log(), () -> connections() > before);
            change(folder, change + 2, backend);
            await(envoy, gateway, change + 2);
          }
          System.out.println("requests while the control plane restarts: " + load.sent());
        }
      } finally {
        plane.destroyForcibly().onExit().join();
      }
    }
    // Newer JDKs warn of what libraries call.
    assertThat(Files.readAllLines(log()))
        .allMatch(line -> line.startsWith("time=") || line.startsWith("WARNING: "));
    assertThat(Files.readString(log())).doesNotContain("level=error", "event=nack");
  }

  private long connections() throws IOException {
    return Files.readAllLines(log()).stream().filter(l -> l.contains("event=connected")).count();
  }

  private void await(EnvoyProcess envoy, int gateway, int change) throws IOException {
    Edge.until(
        "change " + change,
        log(),
        () ->
            envoy.admin("/config_dump").contains("\"n" + change + "-\"")
                && TlsClient.getInClear(gateway, "restart.test").startsWith("HTTP/1.1 200"));
  }
}
