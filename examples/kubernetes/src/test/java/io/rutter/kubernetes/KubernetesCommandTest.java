// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.controlplane.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the command says of its options, in one line each. */
class KubernetesCommandTest {
  /** Names the kubeconfig file, as {@code KUBECONFIG} does. */
  private static final String PROPERTY = "kubeconfig";

  private static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      current-context: here
      clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
      users: [{name: u, user: {}}]
      contexts: [{name: here, context: {cluster: c, user: u}}]
      """;

  private Path file = Path.of("");

  @BeforeEach
  void setFile(@TempDir Path folder) {
    file = folder.resolve("kubeconfig");
    System.setProperty(PROPERTY, file.toString());
  }

  @AfterEach
  void clearFile() {
    System.clearProperty(PROPERTY);
  }

  private void kubeconfig(String text) throws IOException {
    Files.writeString(file, text);
  }

  private static void assertFails(int status, String message, String... args) {
    KubernetesRun run = KubernetesRun.of(args);
    assertThat(run.err()).isEqualTo("rutter-kubernetes: " + message + System.lineSeparator());
    assertThat(run.status()).isEqualTo(status);
  }

  @Test
  void helpNamesAllOptions() {
    KubernetesRun run = KubernetesRun.of("--help");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("--context", "--revision", "--write-status", "--tls-cert", "--debounce-max");
  }

  @Test
  void wrongUsageIsSaid() {
    assertFails(2, "Unknown option: '--contxt'; --help tells what there is", "--contxt");
    assertFails(2, "--status-port 70000 (expected: 0 to 65535)", "--status-port", "70000");
    assertFails(2, "--debounce-max 50 (expected: 100 or more)", "--debounce-max", "50");
    assertFails(2, "--discovery-interval 0 (expected: 1 or more)", "--discovery-interval", "0");
    KubernetesRun open = KubernetesRun.of("--host", "0.0.0.0");
    assertThat(open.status()).isEqualTo(2);
    assertThat(open.err()).contains("can be reached by others");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=ctx", "id=", "=", ""})
  void aContextWithoutANameIsRefused(String context) {
    assertFails(
        2, "--context " + context + " (expected: CONTEXT or ID=CONTEXT)", "--context", context);
  }

  @Test
  void twoClustersOfOneIdAreRefused() {
    String message =
        "--context %s: another cluster has the id west (expected: ID=CONTEXT with another one)";
    assertFails(2, message.formatted("west=b"), "--context", "west=a", "--context", "west=b");
    assertFails(2, message.formatted("west"), "--context", "west", "--context", "west");
  }

  @Test
  void emptyNamesAreRefused() {
    assertFails(2, "--cluster-id is empty (expected: a name)", "--cluster-id", "");
    assertFails(2, "--root-namespace is empty (expected: a name)", "--root-namespace", " ");
  }

  @Test
  void anAddressThatIsTakenIsSaid() throws IOException {
    kubeconfig(KUBECONFIG);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      KubernetesRun run =
          KubernetesRun.of("--port", String.valueOf(taken.getLocalPort()), "--no-ingress-status");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("cannot listen on").doesNotContain("\tat ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`][`|line 1, column 1: ",
        "`a: &a [*a]`|line 1, column 4: an alias inside of its own anchor",
        "`- a`|a single value or a list (expected: an object)",
        "`text`|a single value or a list (expected: an object)",
        "`# empty`|no document (expected: at least one)",
        "`clusters: 5`|(expected: a kubeconfig file with clusters, contexts and users)",
        "`contexts: [text]`|(expected: a kubeconfig file with clusters, contexts and users)",
        "`current-context: x`|no current-context that names a cluster with a server",
        "`{}`|no current-context that names a cluster with a server",
      })
  void aBrokenKubeconfigIsSaid(String text, String expected) throws IOException {
    kubeconfig(text);
    assertSaysOfFile(expected);
    assertSaysOfFile(
        expected.startsWith("no current") ? "no context x" : expected, "--context", "x");
  }

  private void assertSaysOfFile(String expected, String... args) {
    KubernetesRun run = KubernetesRun.of(args);
    assertThat(run.err().lines()).singleElement().asString().contains(file.toString(), expected);
    assertThat(run.err()).doesNotContain("internal error", "Exception");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void whatAContextLacksIsSaid() throws IOException {
    kubeconfig(KUBECONFIG);
    assertSaysOfFile("no context west (expected: one of here)", "--context", "west");
    assertSaysOfFile("no context b=c (expected: one of here)", "--context", "a=b=c");
    kubeconfig(KUBECONFIG.replace("cluster: {server: \"http://127.0.0.1:1\"}", "cluster: {}"));
    assertSaysOfFile("a value is missing, such as the server of a cluster", "--context", "here");
    kubeconfig(
        KUBECONFIG.replace(
            "user: {}", "user: {client-certificate-data: eA==, client-key-data: eA==}"));
    assertSaysOfFile("(expected: a kubeconfig file", "--context", "here");
  }

  @Test
  void aMissingKubeconfigIsSaid() {
    assertSaysOfFile("there is no kubeconfig file");
    assertSaysOfFile("no kubeconfig file", "--context", "west=a");
  }

  @Test
  void aFolderIsNoKubeconfig() throws IOException {
    Files.createDirectory(file);
    assertSaysOfFile("cannot be read");
  }

  @Test
  void eachProcessHasAnInstanceOfItsOwn() {
    ClusterOptions options = CommandLine.populateCommand(new ClusterOptions());
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    assertThat(options.settings(ServerSettings.of(loopback)).instance())
        .endsWith("-" + ProcessHandle.current().pid())
        .hasSizeGreaterThan(3);
  }
}
