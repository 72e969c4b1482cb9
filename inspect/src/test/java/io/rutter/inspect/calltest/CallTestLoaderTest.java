// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Access;
import io.rutter.inspect.ExtAuthzAnswer;
import io.rutter.inspect.calltest.HeaderExpectation.Kind;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceLocation;
import io.rutter.yaml.YamlSource;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTestLoaderTest {
  @Test
  void readsCalls() {
    CallTests file =
        load(
            """
            proxy: client.shop
            calls:
            - name: cart of testers
              call:
                url: http://cart:8080/items?id=1
                headers: {x-group: testers, accept: [a, b]}
                runtime: {switch: 5}
              expect:
                clusters: {blue: 75, green: 25}
                requestHeaders:
                  X-Added: "1"
                  x-gone: {present: false}
                  x-id: {regex: "[0-9]+"}
                configuredBy: [VirtualService/shop/cart]
            - proxy: edge.shop
              call: {mode: gateway, tls: mtls, alpn: [istio]}
              expect: {error: no route matched}
            """);
    assertThat(file.problems()).isEmpty();
    CallCase first = (CallCase) file.tests().get(0);
    assertThat(first.name()).isEqualTo("cart of testers");
    assertThat(first.proxy()).hasValue("client.shop");
    assertThat(first.call().url()).hasValue("http://cart:8080/items?id=1");
    assertThat(first.call().headers().get("accept")).containsExactly("a", "b");
    assertThat(first.call().runtime()).containsEntry("switch", 5L);
    assertThat(first.expected().clusters().orElseThrow()).containsEntry("blue", 75.0);
    assertThat(first.expected().requestHeaders())
        .containsEntry("x-added", HeaderExpectation.exact("1"))
        .containsEntry("x-gone", new HeaderExpectation(Kind.ABSENT, ""))
        .containsEntry("x-id", new HeaderExpectation(Kind.REGEX, "[0-9]+"));
    CallCase second = (CallCase) file.tests().get(1);
    assertThat(second.name()).isEqualTo("call at calls.yaml:15:3");
    assertThat(second.location()).isEqualTo(new SourceLocation("calls.yaml", 15, 3));
    assertThat(second.proxy()).hasValue("edge.shop");
  }

  @Test
  void readsWhoCallsAndWhoMay() {
    CallTests file =
        load(
            """
            calls:
            - call: {url: "http://web/", peer: cluster.local/ns/a/sa/b, claims: {level: 5, list: [a]},
                time: 2026-01-31T12:00:00Z, extAuthz: deny}
              expect: denied
            - call: {url: "http://web/"}
              expect: {access: allowed, deniedBy: "", status: 200}
            """);
    assertThat(file.problems()).isEmpty();
    CallCase first = (CallCase) file.tests().get(0);
    assertThat(first.call().peer()).hasValue("cluster.local/ns/a/sa/b");
    assertThat(first.call().claims().orElseThrow().getFieldsOrThrow("level").getNumberValue())
        .isEqualTo(5);
    assertThat(first.call().time()).hasValue(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(first.call().extAuthz()).hasValue(ExtAuthzAnswer.DENY);
    assertThat(first.expected().access()).hasValue(Access.DENIED);
    CallCase second = (CallCase) file.tests().get(1);
    assertThat(second.expected().access()).hasValue(Access.ALLOWED);
    assertThat(second.expected().deniedBy()).hasValue("");
    assertThat(second.expected().status()).hasValue(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expect: maybe", "expect: ''", "expect: {access: perhaps}"})
  void otherWordsAreErrors(String expectation) {
    assertThat(load("calls:\n- call: {url: \"http://web/\"}\n  " + expectation + "\n").problems())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("(expected: allowed, denied or unreached)"));
  }

  @Test
  void readsTestsOfRouterCheckTool() {
    CallTests file =
        load(
            """
            {"tests": [{
              "test_name": "api",
              "input": {"authority": "a.example", "path": "/", "method": "GET", "ssl": true,
                "random_value": 42,
                "additional_request_headers": [{"key": "x", "value": "y"}]},
              "validate": {"cluster_name": "", "code_redirect": 301,
                "response_header_matches": [{"name": "x", "string_match": {"exact": "1"}}]}}]}
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.tests()).hasSize(1);
    RouterCheckCase test = (RouterCheckCase) file.tests().get(0);
    assertThat(test.input().randomValue()).hasValue(42);
    assertThat(test.input().ssl()).isTrue();
    assertThat(test.input().additionalRequestHeaders().get("x")).containsExactly("y");
    assertThat(test.expected().clusterName()).hasValue("");
    assertThat(test.expected().codeRedirect()).hasValue(301);
    assertThat(test.expected().pathRedirect()).isEmpty();
    assertThat(test.expected().responseHeaderMatches()).hasSize(1);
  }

  @Test
  void readsTestsOfIstioConfigValidator() {
    CallTests file =
        load(
            """
            testCases:
            - description: members
              wantMatch: true
              request:
                authority: [a.example, b.example]
                method: [GET]
                uri: [/m]
                headers: {x-user: "7"}
              somethingOfTheirs: 1
              route:
              - destination: {host: members, port: {number: 80}}
              delegate: {name: d}
            """);
    assertThat(file.hasErrors()).isFalse();
    assertThat(file.problems()).hasSize(1);
    assertThat(file.tests()).hasSize(1);
    ConfigValidatorCase test = (ConfigValidatorCase) file.tests().get(0);
    assertThat(test.wantMatch()).isTrue();
    assertThat(test.authorities()).containsExactly("a.example", "b.example");
    assertThat(test.route().orElseThrow().get(0).destination().host()).isEqualTo("members");
    assertThat(test.delegate().orElseThrow().name()).hasValue("d");
    assertThat(test.redirect()).isEmpty();
  }

  @Test
  void formsMayBeMixed() {
    CallTests file =
        load(
            """
            calls: [{call: {url: "tcp://db:27017"}, expect: {cluster: db}}]
            ---
            testCases: [{request: {authority: [a], method: [GET], uri: [/]}}]
            """);
    assertThat(file.problems()).isEmpty();
    assertThat(file.tests()).hasSize(2);
  }

  @Test
  void saysWhereMistakesAre() {
    assertThat(
            messages(
                """
                calls:
                - call: {url: "ftp://a", mode: sideways}
                  expect: {cluster: x, clutser: x}
                """))
        .containsExactly(
            "calls.yaml:2:15: error: calls[0].call.url: \"ftp://a\" (expected: http://HOST:PORT/PATH,"
                + " or https, tcp or tls in place of http) [invalid-value]",
            "calls.yaml:2:32: error: calls[0].call.mode: \"sideways\" (expected: gateway, outbound,"
                + " inbound) [invalid-value]",
            "calls.yaml:3:24: error: calls[0].expect.clutser: no such field (expected: cluster)"
                + " [unknown-field]");
  }

  @ParameterizedTest
  @CsvSource({
    "url,'http://cart:99999/'",
    "url,'http://cart:x/'",
    "url,'http://[::1/'",
    "url,'http://'",
    "address,cart",
    "sourceAddress,10.0.0.0/8",
  })
  void partsOfACallThatWouldBePassedOverAreMistakes(String field, String value) {
    assertThat(messages("calls: [{call: {%s: '%s'}, expect: {error: x}}]".formatted(field, value)))
        .singleElement()
        .asString()
        .contains("calls[0].call." + field + ": \"" + value + "\" (expected: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://[::1]", "https://[::1]:8443/a?b", "tcp://db:0", "http://a?b#c"})
  void urlsOfAnyForm(String url) {
    String text = "calls: [{call: {url: '%s'}, expect: {error: x}}]".formatted(url);
    assertThat(load(text).problems()).isEmpty();
  }

  @Test
  void aTestThatExpectsNothingIsAMistake() {
    assertThat(messages("calls: [{call: {url: http://a}}]"))
        .singleElement()
        .asString()
        .contains("calls[0].expect.cluster: missing");
  }

  @Test
  void aFileWithoutTestsIsAMistake() {
    assertThat(messages("kind: Gateway")).first().asString().contains("calls, tests or testCases");
    assertThat(messages("[1]")).singleElement().asString().contains("(expected: an object)");
  }

  private static ImmutableList<String> messages(String text) {
    CallTests file = load(text);
    assertThat(file.tests()).extracting(TestCase::name).isEmpty();
    return file.problems().stream().map(Problem::toString).collect(ImmutableList.toImmutableList());
  }

  private static CallTests load(String text) {
    return CallTestLoader.load(ImmutableList.of(YamlSource.text("calls.yaml", text)));
  }
}
