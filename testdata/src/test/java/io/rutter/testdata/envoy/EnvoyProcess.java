// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.collect.ImmutableMap;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.rutter.translator.output.ProtoJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A running Envoy. */
final class EnvoyProcess implements AutoCloseable {
  private static final int MOST_POLLS = 600;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path log;
  private final ImmutableMap<String, Integer> ports;

  private EnvoyProcess(Process process, Path log, ImmutableMap<String, Integer> ports) {
    this.process = process;
    this.log = log;
    this.ports = ports;
  }

  /**
   * Starts an Envoy and waits until it serves.
   *
   * @param temp folder for its files
   */
  static EnvoyProcess start(Path envoy, LoopbackBootstrap loopback, Path temp)
      throws IOException, InterruptedException {
    Path config = temp.resolve("bootstrap.json");
    Path adminAddress = temp.resolve("admin");
    Path log = temp.resolve("envoy.log");
    Files.writeString(config, ProtoJson.print(loopback.bootstrap()));
    Process process =
        new ProcessBuilder(
                envoy.toString(),
                "-c",
                config.toString(),
                "--admin-address-path",
                adminAddress.toString(),
                "--concurrency",
                "1",
                "--disable-hot-restart",
                "-l",
                "warning")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      String admin = awaitReady(process, adminAddress, log);
      return new EnvoyProcess(process, log, ports(get(admin + "/listeners?format=json")));
    } catch (IOException | InterruptedException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /** The ports on which listeners are bound, by the name of the listener. */
  ImmutableMap<String, Integer> ports() {
    return ports;
  }

  /** What it has written to its log. */
  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String awaitReady(Process process, Path adminAddress, Path log)
      throws IOException, InterruptedException {
    for (int i = 0; i < MOST_POLLS && process.isAlive(); i++) {
      if (Files.exists(adminAddress) && Files.size(adminAddress) > 0) {
        String admin = "http://" + Files.readString(adminAddress).strip();
        if (get(admin + "/ready").strip().equals("LIVE")) {
          return admin;
        }
      }
      Thread.sleep(50);
    }
    throw new IOException("Envoy does not become ready:\n" + Files.readString(log));
  }

  private static String get(String uri) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString())
        .body();
  }

  private static ImmutableMap<String, Integer> ports(String listeners) {
    ImmutableMap.Builder<String, Integer> ports = ImmutableMap.builder();
    JsonElement statuses =
        JsonParser.parseString(listeners).getAsJsonObject().get("listener_statuses");
    if (statuses == null) {
      return ImmutableMap.of(); // No listener binds.
    }
    for (JsonElement status : statuses.getAsJsonArray()) {
      JsonObject listener = status.getAsJsonObject();
      JsonObject address =
          listener.getAsJsonObject("local_address").getAsJsonObject("socket_address");
      if (address != null && address.get("address").getAsString().equals("127.0.0.1")) {
        ports.put(listener.get("name").getAsString(), address.get("port_value").getAsInt());
      }
    }
    return ports.buildOrThrow();
  }
}
