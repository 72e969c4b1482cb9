// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static io.rutter.cli.CommandRun.rutterOn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit status 2, and one line that says what is wrong, for commands that make no sense. */
class UsageTest {
  private static final String TWO_PROXIES =
      """
      {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: a, namespace: demo}, spec: {ipAddresses: [10.0.0.1]}}
      ---
      {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: b, namespace: demo}, spec: {ipAddresses: [10.0.0.2]}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sail",
        "translate",
        "translate --format xml a.yaml",
        "translate --kind secrets a.yaml",
        "translate --unknown a.yaml",
        "translate --proxy",
      })
  void wrongArguments(String line) {
    CommandRun run = rutter(line.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("rutter: ").contains("--help").doesNotContain("\tat ");
  }

  @Test
  void noArgumentsShowUsage() {
    CommandRun run = rutter();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("translate");
  }

  @Test
  void helpGoesToStandardOutput() {
    CommandRun run = rutter("translate", "--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("--format").contains("--proxy").contains("--kind");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void unknownProxyNamesTheKnownOnes() {
    CommandRun run = rutterOn(TWO_PROXIES, "translate", "--proxy", "c.demo", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--proxy: no proxy c.demo (the input has: a.demo, b.demo)");
  }

  @Test
  void unknownProxyOfNoneAndOfMany() {
    assertThat(rutterOn("", "translate", "--proxy", "c.demo", "-").err())
        .endsWith("--proxy: no proxy c.demo (the input has no Proxy)\n");
    String many =
        IntStream.rangeClosed(1, 22)
            .mapToObj(i -> TWO_PROXIES.replace("demo", "ns" + i))
            .collect(Collectors.joining("---\n"));
    assertThat(rutterOn(many, "simulate", "--proxy", "c.demo", "-", "http://a/").err())
        .contains("(the input has: a.ns1, a.ns10,")
        .endsWith(" and 24 more)\n");
  }

  @Test
  void bootstrapOfAControlPlane() {
    CommandRun run =
        rutterOn(
            TWO_PROXIES,
            "translate",
            "--format",
            "bootstrap",
            "--xds",
            "plane.test:15010",
            "--proxy",
            "b.demo",
            "-");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("sidecar~10.0.0.2~b.demo~", "\"plane.test\"", "\"adsConfig\"")
        .doesNotContain("\"listeners\"");
    assertThat(rutterOn(TWO_PROXIES, "translate", "--xds", "plane.test:1", "-").err())
        .contains("--xds is for --format bootstrap");
    CommandRun bad =
        rutterOn(
            TWO_PROXIES,
            "translate",
            "--format",
            "bootstrap",
            "--xds",
            "plane.test:70000",
            "--proxy",
            "b.demo",
            "-");
    assertThat(bad.status()).isEqualTo(2);
    assertThat(bad.err()).contains("rutter: --xds: port: 70000 (expected: 1 to 65535)");
  }

  @Test
  void bootstrapIsOfOneProxy() {
    CommandRun run = rutterOn(TWO_PROXIES, "translate", "--format", "bootstrap", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--format bootstrap: name one proxy with --proxy");
  }

  /** The manifest of each jar says the same. */
  @Test
  void versionSaysWhichCommitIstioAndEnvoy() throws IOException {
    String pom = Files.readString(Path.of(System.getProperty("rutter.root", "../.."), "pom.xml"));

    assertThat(pom).contains("<istio.version>1.31<").contains("<envoy.version>1.40.0<");
    assertThat(rutter("--version").out())
        .containsPattern("rutter \\S+ \\(commit ([0-9a-f]{12}|unknown)\\)\n")
        .contains("Istio 1.31,", "Envoy 1.40.0.")
        .doesNotContain("$");
    assertThat(rutter("codes", "--version").out()).isEqualTo(rutter("--version").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "translate",
        "validate",
        "analyze",
        "simulate",
        "diff",
        "graph",
        "explain",
        "uses",
        "report",
        "codes"
      })
  void helpSaysWhatTheExitStatusMeans(String command) {
    assertThat(rutter((command + " --help").strip().split(" ")).out())
        .contains("Exit status:", "0   Success.", "1   The input has errors", "2   Wrong usage");
  }
}
