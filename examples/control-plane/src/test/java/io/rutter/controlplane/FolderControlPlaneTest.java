// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.controlplane.minimal.FolderControlPlane;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shortest control plane is short, and is one. */
class FolderControlPlaneTest {
  private static final Path ROOT = Path.of(System.getProperty("rutter.root", "../.."));
  private static final Path SOURCE =
      ROOT.resolve(
          "examples/control-plane/src/main/java/io/rutter/controlplane/minimal/FolderControlPlane.java");

  @Test
  void itIsShortAndTheOneThatIsShown() throws Exception {
    String source = Files.readString(SOURCE);
    assertThat(source.lines().count()).isLessThanOrEqualTo(60);
    assertThat(Files.readString(ROOT.resolve("java-control-plane/README.md")))
        .contains("```java\n" + source.substring(source.indexOf("import ")) + "```");
  }

  @ParameterizedTest(name = "delta: {0}")
  @ValueSource(booleans = {false, true})
  void anEnvoyFollowsTheFolder(boolean isDelta, @TempDir Path home) throws Exception {
    EnvoyProcess.require();
    Path folder = Files.createDirectories(home.resolve("mesh"));
    int gateway = Ports.free();
    int port = Ports.free();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = System.err;
    System.setErr(new PrintStream(said, true, UTF_8));
    Thread plane = new Thread(() -> run(folder, port), "plane");
    try (Backend backend = Backend.start("one", 62, 0);
        EnvoyProcess envoy = EnvoyProcess.start("edge.e2e", port, home, isDelta)) {
      Edge.write(folder, "mesh", Edge.mesh(gateway));
      plane.start();
      for (int change = 0; change < 5; change++) {
        String host = "c" + change + ".test";
        Edge.write(
            folder,
            "routes",
            Edge.service("s" + change % 2 + ".test", backend),
            Edge.routes(host, Edge.routeTo("s" + change % 2 + ".test", "")));
        Waiting.until(
            host,
            () -> said.toString(UTF_8) + envoy.said(),
            () -> TlsClient.getInClear(gateway, host).startsWith("HTTP/1.1 200"));
      }
      Edge.write(folder, "routes", Edge.routes("c4.test", "{route: []}"));
      Waiting.until(
          "the problem",
          () -> said.toString(UTF_8),
          () -> said.toString(UTF_8).contains("routes.yaml:4:"));
      assertThat(TlsClient.getInClear(gateway, "c4.test")).startsWith("HTTP/1.1 200");
    } finally {
      System.setErr(err);
      plane.interrupt();
      plane.join();
    }
    assertThat(said.toString(UTF_8)).doesNotContain("refused-by-envoy");
  }

  private static void run(Path folder, int port) {
    try {
      FolderControlPlane.main(new String[] {folder.toString(), "" + port});
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The test has ended.
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
