// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rutter.inspect.EnvoyResources;
import io.rutter.inspect.Simulator;
import io.rutter.model.proxy.ProxyType;
import io.rutter.testdata.reference.Reference;
import io.rutter.translator.XdsResources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each recorded call ends where istiod's own simulator says, on Rutter's resources and on istiod's.
 * Skipped where there is no {@code ../shared/conformance}.
 */
class RecordedCallsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("rutter.root", "..")).resolve("../shared/conformance/calls");
  private static final String NONE = "(none)";

  /** Inputs of which Rutter makes something else on purpose, with the reason. */
  private static final Map<String, String> DELIBERATE =
      Map.of(
          "GatewayConflicts_duplicate_tls_gateway",
          "Envoy refuses a listener with two chains of equal matches; the earlier server keeps the"
              + " name (docs/differences-from-istio.md)");

  @BeforeAll
  static void find() {
    Assumptions.assumeTrue(
        Files.isDirectory(FOLDER),
        "There is no ../shared/conformance/calls, so these tests are skipped");
  }

  static List<String> inputs() throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return List.of(NONE);
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void onRuttersResources(String input) throws IOException {
    XdsResources resources = translated(input);

    if (DELIBERATE.containsKey(input)) {
      assertThatThrownBy(() -> check(input, EnvoyResources.of(resources), isSidecar(resources)))
          .as("a difference because %s", DELIBERATE.get(input))
          .isInstanceOf(AssertionError.class);
    } else {
      check(input, EnvoyResources.of(resources), isSidecar(resources));
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void onIstiodsResources(String input, @TempDir Path work)
      throws IOException, InterruptedException {
    Assumptions.assumeTrue(Reference.find().isPresent(), "There is no ../shared/reference");
    String json = Reference.find().get().translateByIstiod(work, FOLDER.resolve(input + ".yaml"));
    XdsResources own = translated(input);

    check(input, EnvoyResources.parse(json, own.proxy().id()), isSidecar(own));
  }

  private static void check(String input, EnvoyResources resources, boolean sidecar)
      throws IOException {
    Simulator simulator = Simulator.of(resources);
    for (RecordedCall recorded : RecordedCall.read(FOLDER.resolve(input + ".calls.json"))) {
      assertThat(RecordedCall.recorded(simulator.call(recorded.toCall(sidecar))))
          .as("%s", recorded.name())
          .isEqualTo(recorded.expected());
    }
  }

  private static XdsResources translated(String input) throws IOException {
    return Reference.translate(Files.readString(FOLDER.resolve(input + ".yaml"))).proxies().get(0);
  }

  private static boolean isSidecar(XdsResources resources) {
    return resources.proxy().type() == ProxyType.SIDECAR;
  }
}
