// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arguments and test files that ask for nothing sensible get an answer that says what is wrong. */
class WrongArgumentsTest {
  private static final String MESH =
      """
      apiVersion: rutter.io/v1
      kind: Proxy
      metadata: {name: web, namespace: shop}
      spec: {type: sidecar, ipAddresses: [10.0.0.1]}
      """;

  @TempDir private Path folder;
  private String mesh = "";

  @BeforeEach
  void writeMesh() throws IOException {
    mesh = write("mesh.yaml", MESH);
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static void assertRefused(CommandRun run, String message) {
    assertThat(run.err()).contains(message);
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void aBoundBelowOne() {
    String message = "--most-clusters: -1 (expected: at least 1)";

    assertRefused(rutter("translate", "--most-clusters", "-1", mesh), message);
    assertRefused(rutter("analyze", "--most-clusters", "-1", mesh), message);
  }

  @Test
  void aRandomNumberBelowZero() {
    assertRefused(
        rutter("simulate", mesh, "http://a/", "--random", "-5"),
        "--random: -5 (expected: 0 or more)");
  }

  @Test
  void anEmptyProxy() throws IOException {
    String message = "--proxy: an empty text (expected: NAME.NAMESPACE)";
    String tests = write("calls.yaml", "calls: [{call: {url: http://a/}, expect: {cluster: a}}]\n");

    assertRefused(rutter("simulate", mesh, "http://a/", "--proxy", ""), message);
    assertRefused(rutter("simulate", mesh, "--tests", tests, "--proxy", ""), message);
    assertRefused(rutter("translate", mesh, "--proxy", ""), message);
  }

  @Test
  void standardInputTwiceIsReadOnce() {
    CommandRun run = CommandRun.rutterOn(MESH, "validate", "-", "-");

    assertThat(run.err()).isEqualTo("rutter: no problems\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void aFileInUpperCaseIsRead() throws IOException {
    Path upper = Files.createDirectory(folder.resolve("upper"));
    Files.writeString(upper.resolve("MESH.YAML"), MESH);

    assertThat(rutter("translate", "--format", "table", upper.toString()).out()).contains("web");
  }

  @Test
  void testsThatCannotBeReadFailInJunitToo() throws IOException {
    String tests =
        write("calls.yaml", "calls:\n- call: {url: http://a/}\n  expect: {cluster: 1}\n- null\n");
    CommandRun run = rutter("simulate", mesh, "--tests", tests, "--format", "junit");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("tests=\"3\" failures=\"3\"")
        .contains("calls[0].expect.cluster [wrong-type]")
        .doesNotContain("calls[0].expect.cluster [missing-field]")
        .contains("calls[1].call [missing-field]")
        .contains("calls[1].expect.cluster [missing-field]");
  }

  @Test
  void noTestAtAllFailsInJunitToo() throws IOException {
    CommandRun run =
        rutter("simulate", mesh, "--tests", write("c.yaml", "calls: []\n"), "--format", "junit");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("tests=\"1\" failures=\"1\"").contains("there is no test");
  }

  @Test
  void oneIsNotMany() throws IOException {
    String tests = write("calls.yaml", "calls: [{call: {url: http://a/}, expect: {cluster: a}}]\n");

    assertThat(rutter("simulate", mesh, "--tests", tests).out()).contains("1 test of 1 call: ");
  }

  @Test
  void aLinkInParenthesesIsAFile() {
    assertThat(rutter("codes").out()).contains("`YamlLimits` (docs/hostile-input.md).");
  }
}
