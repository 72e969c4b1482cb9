// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.fail;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.rutter.controlplane.Ports;
import io.rutter.controlplane.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * The API server of Kubernetes itself, on loopback, with an etcd of its own: processes of the
 * program in {@code examples/kubernetes/apiserver}. There is nothing else of a cluster.
 */
final class KubeApiServer implements AutoCloseable {
  private static final Path PROGRAM =
      Path.of(System.getProperty("rutter.root", "../.."))
          .resolve(".cache/kube-apiserver/apiserver")
          .toAbsolutePath();

  private static final String TOKEN = "test";

  private final Path folder;
  private final int port = Ports.free();
  private final String store;
  private final Process etcd;
  private Process server;

  private KubeApiServer(Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    int clientPort = Ports.free();
    store = "http://127.0.0.1:" + clientPort;
    writeKeys();
    etcd =
        run(
            "etcd",
            ImmutableList.of(
                "etcd",
                folder.resolve("etcd").toString(),
                Integer.toString(clientPort),
                Integer.toString(Ports.free())));
    server = run("server", serverArguments());
  }

  /** Skips the test where the program has not been built; fails it where the build needs it. */
  static void require() {
    if (Files.isExecutable(PROGRAM)) {
      return;
    }
    String reason = "no API server in " + PROGRAM + ": .ci/apiserver builds it";
    if (System.getenv("RUTTER_NEEDS_APISERVER") != null) {
      fail(reason);
    }
    Assumptions.abort(reason);
  }

  /** Starts one without objects, with its files in this folder, and waits until it answers. */
  static KubeApiServer start(Path folder) throws IOException, GeneralSecurityException {
    KubeApiServer started = new KubeApiServer(folder);
    started.awaitReady();
    return started;
  }

  private void writeKeys() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair accounts = generator.generateKeyPair();
    pem("accounts.key", "PRIVATE KEY", accounts.getPrivate().getEncoded());
    pem("accounts.pub", "PUBLIC KEY", accounts.getPublic().getEncoded());
    Files.writeString(folder.resolve("tokens.csv"), TOKEN + ",admin,1,system:masters\n");
  }

  private void pem(String file, String what, byte[] content) throws IOException {
    String lines =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(content);
    Files.writeString(
        folder.resolve(file),
        "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, lines));
  }

  private List<String> serverArguments() {
    return ImmutableList.of(
        "serve",
        "--etcd-servers=" + store,
        "--bind-address=127.0.0.1",
        "--secure-port=" + port,
        "--cert-dir=" + folder,
        "--token-auth-file=" + folder.resolve("tokens.csv"),
        "--authorization-mode=RBAC",
        "--anonymous-auth=false",
        "--service-account-issuer=https://kubernetes.default.svc",
        "--service-account-key-file=" + folder.resolve("accounts.pub"),
        "--service-account-signing-key-file=" + folder.resolve("accounts.key"),
        "--service-cluster-ip-range=10.96.0.0/12",
        // Pods need no account: nothing makes the default one of a namespace.
        "--disable-admission-plugins=ServiceAccount");
  }

  private Process run(String name, List<String> arguments) throws IOException {
    return new ProcessBuilder(
            ImmutableList.<String>builder().add(PROGRAM.toString()).addAll(arguments).build())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()))
        .start();
  }

  /** The port that it serves on, with TLS. */
  int port() {
    return port;
  }

  /** A client of an administrator, at the server's port or at one that leads there. */
  static KubernetesClient newClient(int port) {
    Config config =
        new ConfigBuilder(Config.empty())
            .withMasterUrl("https://127.0.0.1:" + port)
            .withOauthToken(TOKEN)
            .withTrustCerts(true)
            .withWatchReconnectInterval(50)
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /** Ends the server at once, in the midst of what it does; etcd keeps what it stored. */
  void kill() {
    server.destroyForcibly().onExit().join();
  }

  /** Starts it again, and waits until it answers. */
  void restart() throws IOException {
    server = run("server", serverArguments());
    awaitReady();
  }

  private void awaitReady() {
    try (KubernetesClient client = newClient(port)) {
      Waiting.until(
          "API server ready",
          this::said,
          () -> {
            try {
              return "ok".equals(client.raw("/readyz"));
            } catch (KubernetesClientException e) {
              return false;
            }
          });
    }
  }

  /** The last of its log. */
  String said() {
    try {
      List<String> lines =
          MoreFiles.asCharSource(folder.resolve("server.log"), StandardCharsets.UTF_8).readLines();
      return lines.stream().skip(Math.max(0, lines.size() - 20)).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    kill();
    etcd.destroyForcibly().onExit().join();
  }
}
