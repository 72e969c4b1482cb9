// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong is one clear line, and an exit status. */
class ControlPlaneCommandTest {
  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return ControlPlaneCommand.run(
        args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  @AfterEach
  void restoreLogging() throws Exception {
    LogManager.getLogManager().readConfiguration();
  }

  private void assertFails(int status, String line, String... args) {
    err.reset();
    assertThat(run(args)).isEqualTo(status);
    assertThat(err.toString(UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("control-plane: ")
        .contains(line)
        .matches("\\P{Cntrl}*");
  }

  @Test
  void foldersThatAreNotThere() throws Exception {
    String none = home.resolve("none").toString();
    assertFails(1, "folder " + none + " does not exist", "serve", none);
    assertFails(1, "x\\u001b[2J\\ny does not exist", "serve", "x\u001b[2J\ny");
    Path loop = Files.createSymbolicLink(home.resolve("loop"), home.resolve("loop"));
    assertFails(1, "folder " + loop, "serve", loop.toString());
    assertFails(2, "FOLDER", "serve");
    assertFails(2, "the folder is empty", "serve", "");
  }

  @Test
  void aFolderThatMayNotBeRead() throws Exception {
    Path secret = Files.createDirectory(home.resolve("secret"));
    assertThat(secret.toFile().setReadable(false)).isTrue();
    try {
      Assumptions.assumeFalse(Files.isReadable(secret), "root may read everything");
      assertFails(1, "no permission", "serve", secret.toString());
    } finally {
      assertThat(secret.toFile().setReadable(true)).isTrue();
    }
  }

  @Test
  void addressesThatCannotBeHad() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "" + taken.getLocalPort();
      assertFails(
          1,
          "cannot listen on 127.0.0.1:" + port + ": bind(..) failed: Address already in use",
          "serve",
          home.toString(),
          "--port",
          port);
    }
    assertFails(
        1,
        "host no.such.host.invalid cannot be resolved",
        "serve",
        home.toString(),
        "--host",
        "no.such.host.invalid");
    assertFails(
        1, "cannot listen on", "serve", home.toString(), "--host", "192.0.2.1", "--insecure");
    assertFails(2, "--port 70000 (expected: 0 to 65535)", "serve", "x", "--port", "70000");
    assertFails(2, "port: 0 (expected: 1 to 65535)", "bootstrap", "x.y", "--port", "0");
    assertFails(2, "adminPort: 70000", "bootstrap", "x.y", "--admin-port", "70000");
    assertFails(2, "host: \"a b\"", "bootstrap", "x.y", "--host", "a b");
    assertFails(2, "'--port'", "serve", home.toString(), "--port", "many");
  }

  @Test
  void withoutTlsOnlyLoopbackIsServed() {
    for (String host : new String[] {"0.0.0.0", "::", "192.0.2.1"}) {
      assertFails(2, "--insecure", "serve", home.toString(), "--host", host);
    }
  }

  @Test
  void optionsThatAreNone() {
    assertFails(2, "--nonsense", "serve", home.toString(), "--nonsense");
    assertFails(2, "--ack-timeout 0", "serve", home.toString(), "--ack-timeout", "0");
    assertFails(2, "--request-timeout -1", "serve", home.toString(), "--request-timeout", "-1");
    assertFails(2, "--max-streams 0", "serve", home.toString(), "--max-streams", "0");
    assertFails(2, "--log-level", "serve", home.toString(), "--log-level", "loud");
    assertFails(2, "nonsense", "nonsense");
    assertFails(2, "all or none", "serve", home.toString(), "--tls-cert", "x");
    assertFails(2, "all or none", "bootstrap", "x.y", "--tls-ca", "x");
    assertFails(2, "--match-names", "serve", home.toString(), "--match-names");
    assertFails(2, "proxy \"\" (expected: NAME.NAMESPACE)", "bootstrap", "");
    assertFails(2, "proxy: name: \"\"", "bootstrap", ".x");
    assertFails(2, "proxy: name: \"a: {b}\"", "bootstrap", "a: {b}.x");
    assertFails(
        2,
        "serverName",
        "bootstrap",
        "x.y",
        "--tls-ca",
        "a",
        "--tls-cert",
        "b",
        "--tls-key",
        "c",
        "--server-name",
        "");
  }

  @Test
  void certificatesThatAreNone() throws Exception {
    TestCertificate.of("plane.test", home).writeTo(home.resolve("good"));
    TestCertificate.of("other.test", home).writeTo(home.resolve("other"));
    String certificate = home.resolve("good/tls.crt").toString();
    String key = home.resolve("good/tls.key").toString();
    String text = Files.writeString(home.resolve("text"), "no PEM\n").toString();
    String none = home.resolve("none").toString();
    assertTlsFails("certificate " + none + " does not exist", none, key, certificate);
    assertTlsFails("key " + none + " does not exist", certificate, none, certificate);
    assertTlsFails("certificate " + none + " does not exist", certificate, key, none);
    assertTlsFails("certificate " + text + " is none", text, key, certificate);
    assertTlsFails("key " + text + " is none", certificate, text, certificate);
    assertTlsFails("certificate " + text + " is none", certificate, key, text);
    TestCertificate.of("large.test", home, "-keyalg", "EC", "-groupname", "secp521r1")
        .writeTo(home.resolve("large"));
    String large = home.resolve("large/tls.crt").toString();
    assertTlsFails(
        "certificate " + large + " has a key on a curve of 521 bits, which Envoy refuses",
        large,
        home.resolve("large/tls.key").toString(),
        certificate);
    String other = home.resolve("other/tls.key").toString();
    assertTlsFails(
        "key " + other + " is not the key of " + certificate, certificate, other, certificate);
  }

  private void assertTlsFails(String line, String certificate, String key, String authorities) {
    assertFails(
        1,
        line,
        "serve",
        home.toString(),
        "--tls-cert",
        certificate,
        "--tls-key",
        key,
        "--client-ca",
        authorities);
  }

  @Test
  void argumentsAreTakenAsTheyAre() {
    assertFails(
        2, "proxy \"@/etc/passwd\" (expected: NAME.NAMESPACE)", "bootstrap", "@/etc/passwd");
  }

  @Test
  void itServesUntilItIsStopped() throws Exception {
    Path folder = Files.createDirectory(home.resolve("mesh"));
    Files.writeString(folder.resolve("a.yaml"), Edge.mesh(18080));
    Thread serving =
        new Thread(() -> assertThat(run("serve", folder.toString(), "--port", "0")).isZero());
    serving.start();
    Waiting.until(
        "served",
        () -> err.toString(UTF_8),
        () -> err.toString(UTF_8).contains("event=mesh-served"));
    serving.interrupt();
    serving.join();
    assertThat(err.toString(UTF_8).lines())
        .hasSize(2)
        .allMatch(line -> line.matches("time=\\S+ level=info event=\\S+( [a-z]+=\\S+)+"))
        .last()
        .asString()
        .endsWith(" event=mesh-served proxies=1");
  }
}
