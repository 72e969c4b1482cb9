// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Texts that are made to take all memory or all time, or to have something run: each is refused
 * with a bound of {@link YamlLimits}, or read as the plain text that it is, and the document after
 * it is read as usual.
 */
class HostileTextTest {
  private static final String GOOD =
      """

      ---
      apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: good}
      spec: {servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}
      """;

  private static List<Problem> problems(String text) {
    LoadResult result = YamlLoader.create().load(YamlSource.text("f", text + GOOD));
    assertThat(result.snapshot().gateways()).hasSize(1);
    assertThat(result.problems()).hasSizeLessThan(11_000);
    assertThat(result.problems()).allMatch(problem -> problem.message().length() < 3_000);
    return result.problems();
  }

  private static void assertRefused(String text, String message) {
    assertThat(problems(text))
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
              assertThat(problem.message()).contains(message);
            });
  }

  @Test
  void billionLaughs() {
    StringBuilder text = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertRefused(text.toString(), "aliases that stand for more than 100000 nodes");
  }

  @Test
  void billionLaughsByMergeKeys() {
    StringBuilder text = new StringBuilder("a0: &a0 {k: lol}\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d {<<: [*a%d, *a%d]}\n".formatted(i, i, i - 1, i - 1));
    }
    assertRefused(text.toString(), "aliases that stand for more than 100000 nodes");
  }

  @Test
  void oneLongTextInManyPlaces() {
    String text = "a: &a " + "x".repeat(1 << 18) + "\nb: [" + "*a, ".repeat(5_000) + "*a]\n";
    assertRefused(text, "aliases that stand for more than 100000 nodes");
  }

  @Test
  void anAliasInsideOfItself() {
    assertThat(problems("a: &a [*a]\nb: &b {*b : 1}\n"))
        .extracting(Problem::code)
        .contains(ProblemCode.MALFORMED_YAML);
  }

  @Test
  void deepNesting() {
    for (String open : List.of("[", "{a: ", "- ", "? ", "a:\n ")) {
      assertThat(problems(open.repeat(20_000))).isNotEmpty();
    }
    assertRefused("[".repeat(100_000), "at most 100 levels");
  }

  @Test
  void tagsAreNeverObjects() {
    for (String tag :
        List.of(
            "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL"
                + " ['http://127.0.0.1/']]]]",
            "!!java.io.File ['/tmp/x']",
            "!<tag:yaml.org,2002:java.lang.ProcessBuilder> [touch, x]",
            "!!binary R0lGODlhDAAM",
            "!!set {a, b}",
            "!!python/object/apply:os.system ['true']")) {
      assertThat(problems("a: " + tag)).isNotEmpty();
    }
    assertThat(
            YamlLoader.create()
                .load(YamlSource.text("f", GOOD.replace("{name: good}", "{name: !evil good}")))
                .problems())
        .extracting(Problem::message)
        .contains("tag: !evil (expected: no tag)");
  }

  @Test
  void manyAndLongKeys() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 10_001; i++) {
      many.append("k").append(i).append(": 1\n");
    }
    assertRefused(many.toString(), "10001 keys (expected: at most 10000)");
    assertRefused("? " + "k".repeat(1 << 16) + "\n: 1\n", "a key of 65536 characters");
  }

  @Test
  void keysOfOneHash() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1 << 13; i++) {
      for (int bit = 0; bit < 13; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append(": 1\n");
    }
    assertThat(problems(text.toString())).isNotEmpty();
  }

  @Test
  void manyDocuments() {
    LoadResult result = YamlLoader.create().load(YamlSource.text("f", "---\na\n".repeat(200_001)));

    assertThat(result.problems())
        .extracting(Problem::message)
        .containsExactly("more than 200000 documents (expected: fewer; none of the file counts)");
  }

  @Test
  void manyProblems() {
    assertRefused("---\na\n".repeat(11_000), "more than 10000 problems");
    assertRefused(
        "apiVersion: v1\nkind: List\nitems: [" + "1, ".repeat(11_000) + "1]\n",
        "more than 10000 problems");
  }

  @Test
  void manyNodes() {
    assertRefused("[" + "a,".repeat(1_000_000) + "a]", "more than 1000000 values");
  }

  @Test
  void longTextsAndNumbers() {
    String rule =
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: r}
        spec: {host: h, trafficPolicy: {connectionPool: {tcp: {maxConnections: %s, connectTimeout: %s}}}}
        """;
    String digits = "9".repeat(1 << 17);
    for (String number :
        List.of(digits, "0x" + digits, "0o" + "7".repeat(1 << 17), "1e" + digits)) {
      assertThat(problems(rule.formatted(number, "1s"))).isNotEmpty();
      assertThat(problems(rule.formatted("1", number + "s"))).isNotEmpty();
    }
    assertThat(problems(rule.formatted("." + digits, "1s"))).isNotEmpty();
    // Go takes as many decimals as there are, and keeps those that count.
    assertThat(problems(rule.formatted("1", "." + digits + "s"))).isEmpty();
  }

  @Test
  void expressionsThatGrow() {
    String rules =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: r}
        spec: {hosts: [h], http: [{match: [{uri: {regex: '%s'}}], redirect: {uri: /}}]}
        """;
    for (String regex :
        List.of(
            "((a{1000}){1000}){1000}",
            "(((((((((a{2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}",
            "(a{0,1000}){0,1000}",
            "a{1000}".repeat(40),
            "(".repeat(400) + "(a{33}){33}" + ")".repeat(400))) {
      assertThat(problems(rules.formatted(regex)))
          .extracting(Problem::code)
          .contains(ProblemCode.INVALID_VALUE);
    }
    for (String regex :
        List.of(
            "(".repeat(400) + "a" + ")".repeat(400),
            "(x+x+)+y",
            "a{1000}".repeat(32),
            "(\\\\pL{30}){30}",
            "[{10}]{1000}")) {
      assertThat(problems(rules.formatted(regex.replace("\\\\", "\\")))).isEmpty();
    }
  }

  @Test
  void bytesThatAreNoText() {
    assertThat(YamlLoader.create().load(YamlSource.text("f", "a: \0\n")).problems()).isNotEmpty();
    assertThat(problems("a: \ufeff\ud800\n")).isNotEmpty();
    assertThat(problems("%YAML 9.9\n--- &a !!b *c\n")).isNotEmpty();
    assertThat(problems("a: \"\\ud800\"\n")).isNotEmpty();
  }

  /** With time that grows with the square of their length these would take minutes. */
  @Test
  void longTokens() {
    String x = "x".repeat(16 << 20);
    for (String text :
        List.of(
            "a: " + x,
            "a: \"" + x + "\"",
            "a: '" + x + "'",
            "a: |\n  " + x,
            "a: >\n  " + x,
            "#" + x + "\na",
            "a: b #" + x,
            "a: &" + x + " b",
            "a: b" + " ".repeat(16 << 20) + "c",
            "a: b" + "\n".repeat(1 << 20) + "c")) {
      assertThat(problems(text)).isNotEmpty();
    }
    assertRefused("? " + x + "\n: 1", "a key of 16777216 characters");
    assertThat(problems("a: " + "\ud83d\ude00".repeat(1 << 20))).isNotEmpty();
  }

  @Test
  void longTokensThatAreNoYaml() {
    String x = "x".repeat(1 << 20);
    for (String text :
        List.of(x + ": 1", "a: *" + x, "a: !" + x + " b", "a: !<" + x, "a: \"" + x, "a: b:" + x)) {
      assertThat(problems(text)).isNotEmpty();
    }
  }

  @Test
  void escapesOfNoCharacter() {
    for (String escape :
        List.of(
            "\\UFFFFFFFF", "\\U00110000", "\\ud800", "\\udc00\\ud800", "\\xzz", "\\q", "\\u12")) {
      List<Problem> problems = problems("a: 1\nb: \"x" + escape + "\"\n");
      assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.MALFORMED_YAML);
      assertThat(problems.get(0).location().orElseThrow().line()).isEqualTo(2);
    }
    assertThat(problems("a: !<%ff%zz> b\n")).isNotEmpty();
    assertThat(problems("%YAML 1.99999999999999999999\n---\na\n")).isNotEmpty();
  }

  @Test
  void placesAfterAnyLineEnd() {
    for (String end : List.of("\n", "\r", "\r\n", "\u0085")) {
      String text = "# x" + end + "---" + end + "# y" + end + "kind: x" + end + "bad: [" + end;
      assertThat(YamlLoader.create().load(YamlSource.text("f", text)).problems())
          .extracting(problem -> problem.location().orElseThrow().line())
          .containsExactly(6);
    }
  }

  @Test
  void byteOrderMarksBeforeDocuments() {
    String one = GOOD.replace("good", "one").strip();
    String text =
        "\ufeff"
            + one
            + "\n\ufeff"
            + GOOD.strip()
            + "\n---\n\ufeff"
            + GOOD.strip().replace("good", "two");
    LoadResult result = YamlLoader.create().load(YamlSource.text("f", text));
    assertThat(result.problems()).isEmpty();
    assertThat(result.snapshot().gateways()).hasSize(3);
  }

  @Test
  void longPathsOfManyProblems() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 90; i++) {
      text.append(" ".repeat(i)).append("k".repeat(1_000)).append(":\n");
    }
    text.append((" ".repeat(90) + "- {a: 1, a: 2}\n").repeat(11_000));
    assertRefused(text.toString(), "more than 10000 problems");
  }
}
