// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.controlplane.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end says that it does, and gives the Lease back. */
class ShutdownTest {
  private final ApiServer api = Followed.newServer();

  @AfterEach
  void stop() {
    api.close();
  }

  private static Process start(Path kubeconfig, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dkubeconfig=" + kubeconfig,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            KubernetesCommand.class.getName(),
            "--port=0",
            "--status-port=0")
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private String holder() {
    var lease = api.client.leases().inNamespace("istio-system").withName("rutter-default").get();
    return lease == null ? "" : String.valueOf(lease.getSpec().getHolderIdentity());
  }

  @Test
  void itIsTold(@TempDir Path home) throws Exception {
    Path kubeconfig = home.resolve("kubeconfig");
    Path log = home.resolve("log");
    Files.writeString(
        kubeconfig,
        """
        current-context: here
        clusters: [{name: c, cluster: {server: "%s"}}]
        users: [{name: u, user: {}}]
        contexts: [{name: here, context: {cluster: c, user: u}}]
        """
            .formatted(api.client.getMasterUrl()));
    Process process = start(kubeconfig, log);
    try {
      Waiting.until(
          "serving and leading",
          () -> "see " + log,
          () -> Files.readString(log).contains("event=mesh-served") && !holder().isEmpty());
      assertThat(holder()).endsWith("-" + process.pid());
      process.destroy();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(log);
    assertThat(lines).filteredOn(line -> line.contains("event=stopping")).hasSize(1);
    assertThat(lines).last().asString().contains("event=stopped");
    assertThat(lines).filteredOn(line -> line.contains("event=leader ")).hasSize(1);
    assertThat(lines).noneMatch(line -> line.contains("level=error"));
  }
}
