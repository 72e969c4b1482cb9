// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rutter simulate --tests}: the three forms of test files, the summary, the exit status. */
class SimulateTestsTest {
  private static final String BOOKINFO = "../bookinfo";
  private static final String CALLS = "../calls/";

  @Test
  void runsRuttersFormAndThatOfIstioConfigValidator() {
    CommandRun run =
        rutter(
            "simulate",
            BOOKINFO,
            "--tests",
            CALLS + "bookinfo.yaml",
            "--tests",
            CALLS + "storefront_test.yaml");

    assertThat(run.out()).isEqualTo("17 tests of 24 calls: 17 passed, 0 failed\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void runsTheFormOfRouterCheckTool() {
    CommandRun run =
        rutter(
            "simulate",
            "--resources",
            CALLS + "other-software.yaml",
            "--tests",
            CALLS + "router-check.json");

    assertThat(run.out()).isEqualTo("12 tests of 12 calls: 12 passed, 0 failed\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void saysWhatDiffersAndWhere(@TempDir Path temp) throws IOException {
    Path file =
        changed(
            temp,
            "bookinfo.yaml",
            "cluster: outbound|9080|v3|reviews",
            "cluster: outbound|9080|v9|reviews");

    CommandRun run = rutter("simulate", BOOKINFO, "--tests", file.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("bookinfo.yaml:13:3: failed: testers get the new reviews\n")
        .contains(
            "  cluster: [outbound|9080|v3|reviews.bookinfo.svc.cluster.local]"
                + " (expected: outbound|9080|v9|reviews.bookinfo.svc.cluster.local)\n")
        .endsWith("12 tests of 12 calls: 11 passed, 1 failed\n");
  }

  @Test
  void aRuleThatIsNotWantedFails(@TempDir Path temp) throws IOException {
    Path file = changed(temp, "storefront_test.yaml", "wantMatch: true", "wantMatch: false");

    CommandRun run = rutter("simulate", BOOKINFO, "--tests", file.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("GET books.example.com/login: route: ")
        .contains("(expected: anything but ")
        .endsWith("5 tests of 12 calls: 1 passed, 4 failed\n");
  }

  @Test
  void printsJson(@TempDir Path temp) throws IOException {
    Path file =
        changed(
            temp, "router-check.json", "\"cluster_name\": \"trial\"", "\"cluster_name\": \"x\"");

    CommandRun run =
        rutter(
            "simulate",
            "--format",
            "json",
            "--resources",
            CALLS + "other-software.yaml",
            "--tests",
            file.toString());

    JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(report.get("failed").getAsInt()).isEqualTo(1);
    JsonObject test = report.getAsJsonArray("tests").get(1).getAsJsonObject();
    assertThat(test.get("passed").getAsBoolean()).isFalse();
    assertThat(test.getAsJsonArray("failures").get(0).getAsString())
        .isEqualTo("cluster_name: \"trial\" (expected: \"x\")");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void aFileWithoutTestsFails(@TempDir Path temp) throws IOException {
    Path file = Files.writeString(temp.resolve("calls.yaml"), "calls: [{cal: {}}]");

    CommandRun run = rutter("simulate", BOOKINFO, "--tests", file.toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("calls.yaml:1:").contains("no test was run");
  }

  @Test
  void aTestThatNamesNoProxyFailsWhereThereAreSeveral(@TempDir Path temp) throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("calls.yaml"),
            "calls: [{call: {url: \"http://reviews:9080\"}, expect: {route: everyone}}]");

    assertThat(rutter("simulate", BOOKINFO, "--tests", file.toString()).out())
        .contains("proxy: not named (expected: NAME.NAMESPACE)");
    assertThat(
            rutter(
                    "simulate",
                    BOOKINFO,
                    "--proxy",
                    "productpage-v1-5c8d7f-p2wlk.bookinfo",
                    "--tests",
                    file.toString())
                .status())
        .isZero();
  }

  /** A copy of an example with all of these texts changed. */
  private static Path changed(Path temp, String name, String text, String by) throws IOException {
    String original = Files.readString(Path.of(CALLS + name));
    assertThat(original).contains(text);
    return Files.writeString(temp.resolve(name), original.replace(text, by));
  }
}
