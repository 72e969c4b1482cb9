// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.cli;

import static io.rutter.cli.CommandRun.rutter;
import static io.rutter.cli.CommandRun.rutterOn;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which problems fail: thresholds, severities and suppressions, from options, a file, objects. */
class ProblemPolicyTest {
  /** One warning of validation (unknown-field), one error of analysis (unknown-host). */
  private static final String MESH =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: reviews, namespace: shop}
      spec: {ports: [{name: http, port: 80}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: reviews, namespace: shop}
      spec:
        hosts: [reviews]
        http:
        - retrys: {attempts: 3}
          route: [{destination: {host: nowhere}}]
      """;

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({
    "validate -, 0",
    "validate --fail-on warning -, 1",
    "validate --fail-on WARNING -, 1",
    "validate --strict -, 1",
    "validate --severity unknown-field=error -, 1",
    "validate --severity unknown-*=error -, 1",
    "validate --severity unknown-field=VirtualService/shop/*=error -, 1",
    "validate --severity unknown-field=Gateway/*=error -, 0",
    "validate --strict --severity unknown-field=note -, 0",
    "validate --strict --suppress unknown-field -, 0",
    "validate --fail-on warning --suppress unknown-field=VirtualService/shop/reviews -, 0",
    "validate --fail-on warning --suppress unknown-field=VirtualService/*/rev* -, 0",
    "validate --fail-on warning --suppress unknown-field=VirtualService/shop/rev -, 1",
    "analyze -, 1",
    "analyze --suppress unknown-host -, 0",
    "analyze --severity unknown-host=warning -, 0",
    "analyze --fail-on warning --severity *=note -, 0",
    "analyze --fail-on note --severity *=note -, 1",
    "translate -, 0",
    "translate --fail-on warning -, 1",
    "translate --fail-on warning --suppress * -, 0",
  })
  void decidesTheExitStatus(String line, int status) {
    assertThat(rutterOn(MESH, line.split(" ")).status()).isEqualTo(status);
  }

  @Test
  void whatFailsIsShownEvenIfItIsANote() {
    assertThat(rutterOn(MESH, "analyze", "--severity", "*=note", "-").out()).isEmpty();
    assertThat(rutterOn(MESH, "analyze", "--severity", "*=note", "--fail-on", "note", "-").out())
        .contains(": note: VirtualService/shop/reviews: spec.http[0].retrys: ");
  }

  @ParameterizedTest
  @CsvSource({
    "--suppress unknown-feild, --suppress: unknown-feild (expected: unknown-field)",
    "--suppress nothing-*, '--suppress: nothing-* (expected: a code, see rutter codes)'",
    "--severity unknown-field, '--severity: unknown-field (expected: CODE=SEVERITY with error,'",
    "--severity unknown-field=bad, '--severity: unknown-field=bad (expected: CODE=SEVERITY with'",
    "--severity unknown-host2=note, '--severity: unknown-host2 (expected: unknown-host)'",
    "--fail-on bad, bad",
    "--config nothing.yaml, 'nothing.yaml:1:1: error: no such file'",
  })
  void refusesWhatMeansNothing(String options, String message) {
    List<String> line = new ArrayList<>(List.of("validate"));
    line.addAll(List.of(options.split(" ")));
    line.add("-");

    CommandRun run = rutterOn(MESH, line.toArray(new String[0]));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aFileHasTheOptionsOfAFolder() throws IOException {
    String config =
        file(
            """
            failOn: warning
            suppress:
            - code: unknown-host
              object: VirtualService/shop/*
              reason: runs in another mesh
            severity:
              unknown-field: note
            """);

    CommandRun run = rutterOn(MESH, "analyze", "--config", config, "-");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("rutter: 1 note (--notes shows them), 1 suppressed\n");
    assertThat(rutterOn(MESH, "analyze", "--config", config, "--fail-on", "note", "-").status())
        .isEqualTo(1);
    assertThat(
            rutterOn(
                    MESH, "analyze", "--config", config, "--severity", "unknown-field=warning", "-")
                .status())
        .isEqualTo(1);
  }

  @Test
  void strictMayStandInTheFile() throws IOException {
    assertThat(rutterOn(MESH, "validate", "--config", file("strict: true"), "-").status())
        .isEqualTo(1);
  }

  @Test
  void anEmptyFileSaysNothing() throws IOException {
    assertThat(rutterOn(MESH, "validate", "--config", file("# later\n"), "-").status()).isZero();
  }

  @Test
  void aFolderOrSeveralDocumentsAreNoFile() throws IOException {
    CommandRun folder = rutterOn(MESH, "validate", "--config", temp.toString(), "-");
    assertThat(folder.status()).isEqualTo(2);
    assertThat(folder.err()).startsWith(temp + ":1:1: error: a folder (expected: a file)");

    String config = file("strict: true\n---\nstrict: false\n");
    CommandRun two = rutterOn(MESH, "validate", "--config", config, "-");
    assertThat(two.status()).isEqualTo(2);
    assertThat(two.err()).startsWith(config + ":2:1: error: another document");
  }

  @Test
  void allThatIsWrongWithTheFileIsSaid() throws IOException {
    String config =
        file(
            """
            failOn: fatal
            strikt: true
            suppress:
            - {object: VirtualService/*}
            - {code: unknown-hosts, why: x}
            severity: {unknown-fields: error, unknown-host: bad}
            """);

    CommandRun run = rutterOn(MESH, "analyze", "--config", config, "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .allSatisfy(line -> assertThat(line).startsWith(config + ":").contains(": error: "))
        .anySatisfy(line -> assertThat(line).contains(":1:9: ", "error, warning or note"))
        .anySatisfy(line -> assertThat(line).contains(":2:1: ", "strikt", "expected: strict"))
        .anySatisfy(line -> assertThat(line).contains(":4:3: ", "suppress[0].code"))
        .anySatisfy(line -> assertThat(line).contains(":5:10: ", "expected: unknown-host)"))
        .anySatisfy(line -> assertThat(line).contains(":5:25: ", "suppress[1].why"))
        .anySatisfy(line -> assertThat(line).contains(":6:", "unknown-field in place of"))
        .anySatisfy(line -> assertThat(line).contains(":6:", "severity.unknown-host"));
  }

  @Test
  void anObjectMaySuppressItsOwnProblems() {
    String annotated =
        MESH.replace(
            "{name: reviews, namespace: shop}\nspec:\n  hosts",
            "{name: reviews, namespace: shop, annotations: {rutter.io/suppress: \"unknown-host,"
                + " unknown-field\"}}\nspec:\n  hosts");

    CommandRun run = rutterOn(annotated, "analyze", "--fail-on", "note", "-");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("rutter: no problems, 2 suppressed\n");
  }

  @Test
  void anAnnotationHoldsForObjectsWithErrorsToo() {
    String refused =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: a, annotations: {rutter.io/suppress: missing-field}}
        spec: {hosts: [a]}
        """;

    assertThat(rutterOn(refused.replace("missing-field", ""), "validate", "-").status())
        .isEqualTo(1);
    assertThat(rutterOn(refused, "validate", "-").status()).isZero();
  }

  @Test
  void aCodeThatThereIsNotIsAWarning() {
    CommandRun run =
        rutterOn(
            "{apiVersion: v1, kind: Namespace, metadata: {name: a, annotations:"
                + " {rutter.io/suppress: unknown-hosts}}}",
            "validate",
            "-");

    assertThat(run.out())
        .contains(
            "warning: Namespace/",
            "metadata.annotations[\"rutter.io/suppress\"]: \"unknown-hosts\" (expected:"
                + " unknown-host)");
  }

  @Test
  void whatSuppressesNothingIsSaid() throws IOException {
    String config = file("suppress:\n- {code: unknown-port}\n");
    String annotated =
        MESH.replace(
            "kind: Service\nmetadata: {",
            "kind: Service\nmetadata: {annotations: {rutter.io/suppress: unknown-subset}, ");

    CommandRun run =
        rutterOn(annotated, "analyze", "--suppress", "weight-total", "--config", config, "-");

    assertThat(run.err())
        .contains(
            "rutter: --suppress: weight-total suppresses nothing\n",
            config + ":2:3: suppress: unknown-port suppresses nothing\n",
            "<stdin>:3:46: rutter.io/suppress: unknown-subset suppresses nothing\n");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void onlyAnalysisKnowsWhatAFileSuppressesInVain() throws IOException {
    String config = file("suppress:\n- {code: unknown-host}\n");

    assertThat(rutterOn(MESH, "validate", "--config", config, "-").err())
        .isEqualTo("rutter: 1 warning\n");
  }

  @Test
  void simulationsFailByTheSameRules() {
    String[] line = {
      "simulate", "-", "--tests", "../calls/bookinfo.yaml", "--fail-on", "warning", "../bookinfo"
    };
    assertThat(rutterOn(MESH, line).status()).isEqualTo(1);
    line[5] = "error";
    assertThat(rutterOn(MESH, line).status()).isZero();
  }

  @Test
  void standardInputHasTheNameOfItsFile() {
    assertThat(rutterOn(MESH, "validate", "--stdin-filename", "k8s/mesh.yaml", "-").out())
        .startsWith("k8s/mesh.yaml:12:5: warning: ");
    CommandRun run = rutter("validate", "--stdin-filename", "a.yaml", "../bookinfo");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--stdin-filename: a.yaml (expected: with - among the inputs)");
  }

  private String file(String text) throws IOException {
    return Files.writeString(temp.resolve("rutter.yaml"), text).toString();
  }
}
