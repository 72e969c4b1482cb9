// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import io.rutter.model.problem.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
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

  private Path output = Path.of("");

  @Test
  void nothingBreaks(@TempDir Path temp) throws IOException {
    output = temp.resolve("output");
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

  private void check(int i, String mesh, String file) throws IOException {
    List<String> formats = List.of("json", "yaml", "table");
    String reports = i % 2 == 0 ? "text" : "github";
    run(i, file, "validate", file, "--notes", "--format", "json");
    checkPlaces();
    run(i, file, "analyze", mesh, file, "--format", "json");
    checkPlaces();
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

  /** Runs the command with its output in a file: Java's memory is for the command alone. */
  private void run(int i, String file, String... arguments) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    long before = processorTime();
    int status;
    try (PrintStream out = new PrintStream(output.toFile(), UTF_8)) {
      status =
          Rutter.run(
              arguments, InputStream.nullInputStream(), out, new PrintStream(err, true, UTF_8));
    }
    long millis = (processorTime() - before) / 1_000_000;
    if (millis > most.getOrDefault(arguments[0], -1L)) {
      most.put(arguments[0], millis);
      slowest.put(
          arguments[0],
          millis + " ms for file " + i + " of " + Path.of(file).toFile().length() + " bytes");
    }
    assertThat(status).isBetween(0, 2);
    assertThat(err.toString(UTF_8)).doesNotContain("internal error", "more memory", "\tat ");
    assertClean(new StringReader(err.toString(UTF_8)));
    try (Reader out = Files.newBufferedReader(output)) {
      assertClean(out);
    }
  }

  private static long processorTime() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
  }

  /** Characters outside of the basic plane are two units, each of which no text shows alone. */
  private static void assertClean(Reader text) throws IOException {
    for (int unit = text.read(); unit >= 0; unit = text.read()) {
      int character = unit;
      if (Character.isHighSurrogate((char) unit)) {
        character = Character.toCodePoint((char) unit, (char) text.read());
      }
      if (character != '\n' && !VisibleText.isVisible(character)) {
        throw new AssertionError("a raw character: " + Integer.toHexString(character));
      }
    }
  }

  private void checkPlaces() throws IOException {
    try (JsonReader problems = new JsonReader(Files.newBufferedReader(output))) {
      problems.beginArray();
      while (problems.hasNext()) {
        JsonElement problem = JsonParser.parseReader(problems);
        assertThat(problem.getAsJsonObject().has("location")).as("place of %s", problem).isTrue();
      }
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
