// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rutter.model.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which an input can be wrong: what is said of it, and that the rest goes on. */
class BadInputTest {
  private static final String GOOD =
      """
      ---
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: good}
      """;

  /** The problems of a text; the good document before it and the one after it must be read. */
  private static List<String> problemsBetween(String text) {
    LoadResult result = Loads.text(GOOD + "---\n" + text + GOOD.replace("good", "other"));
    assertThat(result.snapshot().gateways()).hasSize(2);
    return result.problems().stream().map(Problem::toString).toList();
  }

  private static List<String> bytes(byte[] bytes) {
    return YamlLoader.create()
        .load(YamlSource.stream("f", new ByteArrayInputStream(bytes)))
        .problems()
        .stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void emptyFile() {
    String expected = "f:1:1: warning: no document (expected: at least one) [empty-input]";

    assertThat(Loads.problems("")).containsExactly(expected);
    assertThat(Loads.problems("# nothing\n---\n")).containsExactly(expected);
  }

  @Test
  void emptyTypesAreMissing() {
    assertThat(Loads.problems("{apiVersion: '', kind: '', metadata: {name: a}}"))
        .satisfiesExactly(
            kind -> assertThat(kind).startsWith("f:1:1: error: kind: missing (expected: "),
            version -> assertThat(version).startsWith("f:1:1: error: apiVersion: missing"));
    assertThat(Loads.problems("{apiVersion: [v1], kind: Service, metadata: {name: a}}"))
        .singleElement()
        .asString()
        .contains("apiVersion: a list (expected: ");
  }

  @Test
  void onlyNull() {
    assertThat(Loads.problems("# nothing yet\n---\nnull\n---\n~\n"))
        .containsExactly(
            "f:2:1: warning: no object, only null (expected: an object with apiVersion and kind)"
                + " [empty-input]");
    assertThat(Loads.problems("null\n---\n{apiVersion: v1, kind: Namespace, metadata: {name: a}}"))
        .isEmpty();
  }

  @Test
  void notUtf8() {
    assertThat(bytes("a: 1\nb: \u00e4".getBytes(ISO_8859_1)))
        .containsExactly("f:2:4: error: byte 0xE4 (expected: text in UTF-8) [unreadable-file]");
  }

  @Test
  void binaryFile() {
    assertThat(bytes(new byte[] {'a', 'b', 0, 1, 2}))
        .containsExactly(
            "f:1:3: error: character U+0000 (expected: printable text) [unreadable-file]");
  }

  @Test
  void byteOrderMarkIsNoContent() {
    assertThat(bytes("\ufeff# comment\n---\na: ]".getBytes(UTF_8)))
        .singleElement()
        .asString()
        .startsWith("f:3:4: error: ");
  }

  @Test
  void missingFileAndFolderWithoutYaml(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing.yaml");
    Path readme = Files.createDirectory(folder.resolve("empty"));

    assertThat(YamlLoader.create().load(missing, readme).problems())
        .extracting(Problem::message)
        .containsExactly(
            "no such file (expected: a file or a folder that exists)",
            "no file in it (expected: *.yaml, *.yml or *.json)");
  }

  @Test
  void fileThatIsTooLarge() {
    YamlLoader loader = YamlLoader.create().withLimits(YamlLimits.DEFAULT.withFileBytes(10));

    assertThat(loader.load(YamlSource.text("f", GOOD)).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "f:1:1: error: more than 10 bytes (expected: a smaller file) [limit-exceeded]");
  }

  @Test
  void malformedYaml() {
    assertThat(problemsBetween("a: [1,\n  2\n"))
        .containsExactly(
            "f:8:1: error: expected ',' or ']', but got <stream end> while parsing a flow sequence"
                + " that starts at line 6 (expected: YAML) [malformed-yaml]");
  }

  @Test
  void tabs() {
    assertThat(problemsBetween("a:\n\tb: 1\n"))
        .containsExactly("f:7:1: error: a tab (expected: spaces to indent with) [malformed-yaml]");
  }

  @Test
  void tabsInJsonAreFine() {
    String json =
        "{\n\t\"apiVersion\": \"networking.istio.io/v1\",\n\t\"kind\": \"Gateway\",\n"
            + "\t\"metadata\": {\"name\": \"a\\tb\\\"\tc\"}}";

    assertThat(Loads.text(json).snapshot().gateways().get(0).metadata().name())
        .isEqualTo("a\tb\"\tc");
  }

  @Test
  void duplicateKey() {
    assertThat(
            problemsBetween(
                "apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: s, name: t}\n"))
        .containsExactly(
            "f:8:21: error: Sidecar/default/t: metadata.name: name twice"
                + " (expected: each key once) [duplicate-key]");
  }

  @Test
  void deepNesting() {
    assertThat(problemsBetween("a: " + "[".repeat(200) + "]".repeat(200) + "\n"))
        .containsExactly(
            "f:6:103: error: lists and objects nested too deeply (expected: at most 100 levels)"
                + " [limit-exceeded]");
  }

  @Test
  void aliasesThatMultiply() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }

    assertThat(problemsBetween(bomb.toString()))
        .singleElement()
        .asString()
        .contains("aliases that stand for more than 100000 nodes");
  }

  @Test
  void aliasOfItself() {
    assertThat(problemsBetween("a: &a [*a]\n"))
        .containsExactly(
            "f:6:4: error: an alias inside of its own anchor (expected: a finite value)"
                + " [malformed-yaml]");
  }

  @Test
  void tagsOfOtherLanguages() {
    assertThat(problemsBetween("a: !!javax.script.ScriptEngineManager [x]\n"))
        .singleElement()
        .asString()
        .startsWith("f:6:4: error: ");
  }

  @Test
  void rootsThatAreNoObjects() {
    assertThat(problemsBetween("- a\n"))
        .containsExactly(
            "f:6:1: error: a list (expected: an object with apiVersion and kind) [wrong-type]");
    assertThat(problemsBetween("words\n"))
        .containsExactly(
            "f:6:1: error: \"words\" (expected: an object with apiVersion and kind) [wrong-type]");
  }

  @Test
  void columnsCountCodePoints() {
    assertThat(problemsBetween("\"\ud83d\ude00\": [\ud83d\ude00, *x]\n"))
        .containsExactly(
            "f:6:10: error: found undefined alias x (expected: YAML) [malformed-yaml]");
  }

  @Test
  void unknownKinds() {
    assertThat(problemsBetween("apiVersion: networking.istio.io/v1\nkind: VirtualServce\n"))
        .containsExactly(
            "f:7:7: error: kind: VirtualServce (expected: VirtualService) [unknown-kind]");
    assertThat(problemsBetween("apiVersion: rutter.io/v2\nkind: Proxy\n"))
        .containsExactly(
            "f:6:13: error: apiVersion: rutter.io/v2 (expected: rutter.io/v1) [unknown-kind]");
    assertThat(problemsBetween("apiVersion: apps/v1\nkind: Deployment\n"))
        .containsExactly(
            "f:7:7: note: kind: Deployment of apps/v1 has no effect on the translation:"
                + " endpoints come from EndpointSlices and Pods, not from what makes the pods"
                + " [ignored-kind]");
    assertThat(problemsBetween("apiVersion: v1\nkind: ConfigMap\n"))
        .containsExactly(
            "f:7:7: note: kind: ConfigMap of v1 has no effect on the translation [ignored-kind]");
    assertThat(problemsBetween("apiVersion: v1\nkind: Secret\n")).isEmpty();
    assertThat(problemsBetween("apiVersion: telemetry.istio.io/v1\nkind: Telemetry\n"))
        .singleElement()
        .asString()
        .contains("warning: kind: Telemetry is not translated");
  }

  @Test
  void wordsThatYamlReadsAsBooleans() {
    assertThat(
            problemsBetween(
                "{apiVersion: v1, kind: Service, metadata: {name: on, labels: {a: y}}}\n"))
        .containsExactly(
            "f:6:50: error: Service/default/: metadata.name: on, which YAML reads as true"
                + " (expected: a text; put it in quotes) [wrong-type]",
            "f:6:66: error: Service/default/: metadata.labels.a: y, which YAML reads as true"
                + " (expected: a text; put it in quotes) [wrong-type]");
  }

  @Test
  void missingNames() {
    assertThat(problemsBetween("kind: Gateway\nmetadata: {name: x}\n"))
        .containsExactly(
            "f:6:1: error: Gateway//x: apiVersion: missing (expected: the version of the kind, for"
                + " example networking.istio.io/v1) [missing-field]");
    assertThat(problemsBetween("apiVersion: v1\nkind: Service\nspec: {}\n"))
        .containsExactly(
            "f:6:1: error: Service/default/: metadata.name: missing"
                + " (expected: the name of the object) [missing-field]");
  }

  @Test
  void unknownFieldsAreLeftOut() {
    LoadResult result = Loads.text(Loads.rule("conectionPool: {tcp: {maxConnections: 1}}"));

    assertThat(result.snapshot().destinationRules()).hasSize(1);
    assertThat(result.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "f:4:33: warning: DestinationRule/default/r: spec.trafficPolicy.conectionPool:"
                + " no such field, it is left out (expected: connectionPool) [unknown-field]");
  }

  @Test
  void duplicateObjects() {
    assertThat(Loads.problems(GOOD + GOOD.replace("/v1", "/v1beta1")))
        .containsExactly(
            "f:8:18: error: Gateway/default/good: metadata.name: also defined before, which counts"
                + " (expected: one object of a name) [duplicate-object]");
  }

  @Test
  void theLastMeshConfigCounts() {
    LoadResult result =
        Loads.text(
            """
            {apiVersion: rutter.io/v1, kind: MeshConfig, spec: {trustDomain: a}}
            ---
            {apiVersion: rutter.io/v1, kind: MeshConfig, metadata: {name: b}, spec: {rootNamespace: c}}
            """);

    assertThat(result.snapshot().meshConfig().trustDomain()).isEmpty();
    assertThat(result.snapshot().meshConfig().rootNamespace()).contains("c");
    assertThat(result.problems())
        .singleElement()
        .asString()
        .contains("warning: MeshConfig//b: kind: replaces an earlier one");
  }

  @Test
  void allOrNothing() {
    LoadResult result = Loads.text(GOOD + "---\nkind: x\n");

    assertThatThrownBy(result::orThrow)
        .isInstanceOf(YamlLoadException.class)
        .hasMessageStartingWith("f:6:1: error: apiVersion: missing");
    assertThat(Loads.text(GOOD).orThrow().gateways()).hasSize(1);
  }
}
