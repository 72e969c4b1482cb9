// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that is wrong with an object is said at once, each at its own place. */
class ProblemPlacesTest {
  /** With validation. */
  private static List<String> problems(String text) {
    return YamlLoader.create().load(YamlSource.text("f", text)).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  private static String virtualService(String spec) {
    return """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: v}
        spec:
        %s"""
        .formatted(spec.indent(2));
  }

  @Test
  void aCharacterThatNoTextMayHaveIsSaidWhereItIs() {
    assertThat(
            problems(
                virtualService(
                    """
                    hosts: [a]
                    http:
                    - name: "b\\0"
                      match: [{headers: {"x\\0y": {exact: v}}}]
                      route: [{destination: {host: "r\\0"}}]
                    """)))
        .satisfiesExactly(
            name ->
                assertThat(name)
                    .startsWith(
                        "f:7:11: error: VirtualService/default/v: spec.http[0].name: text with"
                            + " U+0000 behind \"b\" (expected: "),
            key ->
                assertThat(key)
                    .startsWith(
                        "f:8:24: error: VirtualService/default/v:"
                            + " spec.http[0].match[0].headers[\"x\\u0000y\"]: text with U+0000"),
            host ->
                assertThat(host)
                    .startsWith(
                        "f:9:34: error: VirtualService/default/v:"
                            + " spec.http[0].route[0].destination.host: text with U+0000"));
  }

  @Test
  void soItIsInValuesOfAnyShapeAndInMetadata() {
    assertThat(
            problems(
                """
                apiVersion: rutter.io/v1
                kind: Proxy
                metadata: {name: p, annotations: {a: "\\0"}}
                spec: {ipAddresses: [10.0.0.1], metadata: {X: {w: ["z", "\\0"]}}}
                """))
        .satisfiesExactly(
            label ->
                assertThat(label).startsWith("f:3:38: ").contains(" metadata.annotations.a: text"),
            deep ->
                assertThat(deep).startsWith("f:4:57: ").contains(" spec.metadata.X.w[1]: text"));
  }

  @Test
  void whatCannotBeReadHidesNothingElse() {
    assertThat(
            problems(
                virtualService(
                    """
                    hosts: [a]
                    http:
                    - timeout: soon
                      retries: {attempts: -1, perTryTimeout: x}
                      route: [{destination: {host: a}}]
                    - fault: {abort: {httpStatus: 1}}
                      route: [{destination: {host: 5}}]
                    """)))
        .satisfiesExactly(
            timeout -> assertThat(timeout).startsWith("f:7:14: ").contains("http[0].timeout: "),
            attempts -> assertThat(attempts).startsWith("f:8:25: ").contains("attempts: -1"),
            perTry -> assertThat(perTry).startsWith("f:8:44: ").contains("perTryTimeout: \"x\""),
            status -> assertThat(status).startsWith("f:10:33: ").contains("status: 1"),
            host -> assertThat(host).startsWith("f:11:34: ").contains("destination.host: 5"));
  }

  @Test
  void whatMayOnlyBeWrongBecauseOfItIsNotSaid() {
    assertThat(problems(virtualService("hosts: a\nhttp: [{route: [{destination: {host: a}}]}]\n")))
        .singleElement()
        .asString()
        .contains("spec.hosts: \"a\" (expected: a list)");
    // As absent, the match would take all traffic of the second rule.
    assertThat(
            problems(
                virtualService(
                    """
                    hosts: [a]
                    http:
                    - {match: {uri: {prefix: /a}}, redirect: {uri: /b}}
                    - {redirect: {uri: /c}}
                    """)))
        .singleElement()
        .asString()
        .contains("spec.http[0].match: an object (expected: a list)");
    // Without the first host, the second would be said to be the first.
    assertThat(
            problems(
                virtualService("hosts: [5, 'a b']\nhttp: [{route: [{destination: {host: a}}]}]\n")))
        .singleElement()
        .asString()
        .contains("spec.hosts[0]: 5 (expected: a text");
    // With the default of resolution, endpoints would not be allowed.
    assertThat(
            problems(
                """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: e}
                spec:
                  hosts: [a.example.com]
                  resolution: STATICC
                  ports: [{number: 80, name: http, protocol: HTTP}]
                  endpoints: [{address: 10.0.0.1}]
                """))
        .singleElement()
        .asString()
        .contains("spec.resolution: \"STATICC\"");
  }

  @Test
  void theKeyOfAMapIsFound() {
    assertThat(
            problems(
                """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: p}
                spec:
                  selector: {matchLabels: {a: b}}
                  portLevelMtls:
                    80: {mode: STRICT}
                    70000: {mode: STRICT}
                    "a b": {mode: STRICT}
                """))
        .satisfiesExactlyInAnyOrder(
            number -> assertThat(number).startsWith("f:8:5: ").contains("portLevelMtls.70000"),
            words -> assertThat(words).startsWith("f:9:5: ").contains("portLevelMtls[\"a b\"]"));
  }

  @Test
  void aVersionOfThreePartsIsNoVersion() {
    assertThat(problems(virtualService("hosts: [a]\n").replace("istio.io/v1", "istio.io/v1/extra")))
        .singleElement()
        .asString()
        .startsWith(
            "f:1:13: error: VirtualService/default/v: apiVersion: networking.istio.io/v1/extra (expected: ")
        .endsWith("[unknown-kind]");
  }
}
