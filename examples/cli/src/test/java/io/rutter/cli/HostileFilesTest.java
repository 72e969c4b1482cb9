// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.rutter.model.problem.VisibleText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random hostile files through all commands: nothing throws, nothing raw comes out, and each
 * problem has a place. With {@code -Drutter.hostile.files=3000} many of them, with {@code
 * -Drutter.hostile.seed} others, with {@code -Drutter.hostile.bytes} larger ones; processor time is
 * printed.
 */
class HostileFilesTest {
  private static final int FILES = Integer.getInteger("rutter.hostile.files", 12);
  private static final long SEED = Long.getLong("rutter.hostile.seed", 14);
  private static final int LARGEST = Integer.getInteger("rutter.hostile.bytes", 1 << 16);

  private static final String MESH =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: web, namespace: default}
      spec: {type: sidecar, ipAddresses: [10.1.1.1], labels: {app: web}}
      ---
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: edge, namespace: default}
      spec:
        type: gateway
        ipAddresses: [10.1.1.2]
        labels: {app: edge, istio: ingressgateway}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: default}
      spec: {clusterIP: 10.0.0.1, selector: {app: web}, ports: [{port: 80, name: http}]}
      """;

  private final Map<String, String> slowest = new TreeMap<>();
  private final Map<String, Long> most = new TreeMap<>();

  @Test
  void nothingBreaks(@TempDir Path temp) throws IOException {
    Path mesh = Files.writeString(temp.resolve("mesh.yaml"), MESH);
    HostileFiles files = new HostileFiles(SEED, documents(), LARGEST);
    System.out.println("hostile files: " + FILES + " of seed " + SEED);
    for (int i = 0; i < FILES; i++) {
      Path file = Files.write(temp.resolve("hostile.yaml"), files.next());
      try {
        check(i, mesh.toString(), file.toString());
      } catch (AssertionError | RuntimeException e) {
        Path kept =
            Files.copy(
                file,
                Files.createTempFile("hostile", ".yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        throw new AssertionError("file " + i + " of seed " + SEED + ", kept as " + kept, e);
      }
    }
    slowest.forEach((command, what) -> System.out.println("slowest " + command + ": " + what));
  }

  private void check(int i, String mesh, String file) {
    List<String> formats = List.of("json", "yaml", "table");
    String reports = i % 2 == 0 ? "text" : "github";
    checkPlaces(run(i, file, "validate", file, "--notes", "--format", "json"));
    checkPlaces(run(i, file, "analyze", mesh, file, "--format", "json"));
    run(i, file, "validate", file, "--notes", "--format", reports);
    run(i, file, "translate", mesh, file, "--format", formats.get(i % 3));
    run(i, file, "translate", mesh, file, "--proxy", "web.default", "--format", "bootstrap");
    run(
        i,
        file,
        "simulate",
        mesh,
        file,
        "--proxy",
        "web.default",
        "http://web/",
        "--format",
        i % 2 == 0 ? "text" : "json");
    run(i, file, "simulate", mesh, file, "--proxy", "edge.default", "http://a.com/");
    run(i, file, "simulate", mesh, "--tests", file, "--format", i % 2 == 0 ? "text" : "json");
  }

  @CanIgnoreReturnValue
  private CommandRun run(int i, String file, String... arguments) {
    long before = processorTime();
    CommandRun run = rutter(arguments);
    long millis = (processorTime() - before) / 1_000_000;
    if (millis > most.getOrDefault(arguments[0], -1L)) {
      most.put(arguments[0], millis);
      slowest.put(
          arguments[0],
          millis + " ms for file " + i + " of " + Path.of(file).toFile().length() + " bytes");
    }
    assertThat(run.status()).isBetween(0, 2);
    assertThat(run.err()).doesNotContain("internal error", "more memory", "\tat ");
    assertClean(run.out());
    assertClean(run.err());
    return run;
  }

  private static long processorTime() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
  }

  private static void assertClean(String text) {
    assertThat(
            text.codePoints().filter(c -> c != '\n' && !VisibleText.isVisible(c)).boxed().toList())
        .isEmpty();
  }

  private static void checkPlaces(CommandRun run) {
    for (JsonElement problem : JsonParser.parseString(run.out()).getAsJsonArray()) {
      assertThat(problem.getAsJsonObject().has("location")).as("place of %s", problem).isTrue();
    }
  }

  /** The inputs of the golden cases. */
  private static List<String> documents() throws IOException {
    List<String> documents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("../../testdata/src/test/resources/cases"))) {
      for (Path file : files.filter(f -> f.endsWith("input.yaml")).sorted().toList()) {
        documents.add(Files.readString(file));
      }
    }
    assertThat(documents).isNotEmpty();
    return documents;
  }
}
