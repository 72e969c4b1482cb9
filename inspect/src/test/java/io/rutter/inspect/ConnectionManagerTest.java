// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection manager does before routing. The values were seen with a real Envoy 1.40. */
class ConnectionManagerTest {
  private static final String EVERYTHING =
      "{name: v, domains: ['*'], routes: [" + Envoys.rest() + "]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a/./b | /a/b",
        "/a/../b | /b",
        "/a/b/.. | /a/",
        "/a/b/. | /a/b/",
        "/../..//a | //a",
        "/a//../b | /a/b",
        "/a//..//b | /a//b",
        "/%2e%2E/a | /a",
        "/a/..;x/b | /b",
        "/a/.;x/b | /a/b",
        "/a/%2e%2e;x/b | /a/..;x/b",
        "/a\\..\\b | /b",
        "/a%2Fb | /a%2Fb",
        "/a%zz% | /a%zz%",
        "/%41%7e%c3 | /A~%c3",
        "/\"<^`{}> | /%22%3C%5E%60%7B%7D%3E",
        "/a?x=/../%41 | /a?x=/../%41",
      })
  void normalizesPaths(String path, String normalized) {
    assertThat(sent("normalizePath: true,", path)).isEqualTo(normalized.strip());
  }

  @Test
  void mergesSlashes() {
    assertThat(sent("mergeSlashes: true,", "///")).isEqualTo("//");
    assertThat(sent("mergeSlashes: true,", "/a//b///c//?d//e")).isEqualTo("/a/b/c/?d//e");
  }

  @Test
  void treatsEscapedSlashesAsItIsTold() {
    String path = "/a%2fb%5C?c%2f";

    assertThat(sent("", path)).isEqualTo(path);
    assertThat(sent("pathWithEscapedSlashesAction: UNESCAPE_AND_FORWARD,", path))
        .isEqualTo("/a/b\\?c%2f");
    assertThat(
            call("pathWithEscapedSlashesAction: UNESCAPE_AND_REDIRECT, normalizePath: true,", path)
                .redirect())
        .hasValue(new RedirectAnswer(307, "/a/b/?c%2f"));
    assertThat(call("pathWithEscapedSlashesAction: REJECT_REQUEST,", path).errorStatus())
        .hasValue(400);
  }

  @ParameterizedTest
  @CsvSource({
    "stripAnyHostPort, a:81, a",
    "stripAnyHostPort, ::1, :",
    "stripAnyHostPort, a:, a:",
    "stripAnyHostPort, [::1]:80, [::1]",
    "stripMatchingHostPort, a:80, a",
    "stripMatchingHostPort, a:81, a:81",
    "stripTrailingHostDot, a.:80, a:80",
  })
  void stripsHosts(String setting, String host, String stripped) {
    CallResult result =
        Envoys.ofHttp(setting + ": true,", EVERYTHING).call(Call.builder().host(host).build());

    assertThat(result.request().orElseThrow().host()).isEqualTo(stripped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a#b", "/a b", "/ä", "a", "", "/\u0000", "*"})
  void refusesPathsThatAreNone(String path) {
    CallResult result = call("", path);

    assertThat(result.error()).hasValue(CallError.BAD_REQUEST);
    assertThat(result.errorStatus()).hasValue(400);
  }

  @Test
  void refusesZeroBytesWhereItNormalizes() {
    assertThat(call("normalizePath: true,", "/%00").errorStatus()).hasValue(400);
    assertThat(sent("", "/%00")).isEqualTo("/%00");
  }

  @Test
  void refusesMethodsThatItDoesNotKnow() {
    Simulator simulator = Envoys.ofHttp("", EVERYTHING);
    Call call = Call.builder().method("BREW").build();

    assertThat(simulator.call(call).errorStatus()).hasValue(400);
    assertThat(simulator.call(call.toBuilder().protocol(CallProtocol.HTTP2).build()).cluster())
        .hasValue("rest");
    assertThat(
            Envoys.ofHttp("httpProtocolOptions: {allowCustomMethods: true},", EVERYTHING)
                .call(call)
                .cluster())
        .hasValue("rest");
  }

  @Test
  void refusesHeadsThatAreTooLong() {
    assertThat(call("", "/" + "a".repeat(61_440)).errorStatus()).hasValue(431);
    assertThat(call("", "/" + "a".repeat(61_300)).cluster()).hasValue("rest");
    assertThat(call("maxRequestHeadersKb: 96,", "/" + "a".repeat(65_536)).cluster())
        .hasValue("rest");
  }

  @Test
  void refusesHostsThatAreNone() {
    assertThat(Envoys.ofHttp("", EVERYTHING).call(Call.builder().host("a/b").build()).errorStatus())
        .hasValue(400);
    assertThat(Envoys.ofHttp("", EVERYTHING).call(Call.builder().host("").build()).cluster())
        .hasValue("rest");
  }

  @Test
  void aWholeUrlSaysTheHost() {
    UpstreamRequest request = call("", "http://z:8/k").request().orElseThrow();

    assertThat(request.host()).isEqualTo("z:8");
    assertThat(request.path()).isEqualTo("/k");
  }

  @Test
  void underscoresMayBeRefused() {
    String drop = "commonHttpProtocolOptions: {headersWithUnderscoresAction: DROP_HEADER},";
    String reject = "commonHttpProtocolOptions: {headersWithUnderscoresAction: REJECT_REQUEST},";
    Call call = Call.builder().header("a_b", "c").build();

    assertThat(Envoys.ofHttp(drop, EVERYTHING).call(call).request().orElseThrow().headers().asMap())
        .isEmpty();
    assertThat(Envoys.ofHttp(reject, EVERYTHING).call(call).errorStatus()).hasValue(400);
  }

  @Test
  void namesFiltersThatItDoesNotKnow() {
    CallResult result =
        call(
            "httpFilters: [{name: custom, typedConfig: {'@type': 'type.googleapis.com/unknown.Filter'}}],",
            "/");

    assertThat(result.explanation())
        .anyMatch(step -> step.reason().contains("not simulated: custom"));
  }

  private static CallResult call(String settings, String path) {
    return Envoys.ofHttp(settings, EVERYTHING).call(Call.builder().host("a").path(path).build());
  }

  private static String sent(String settings, String path) {
    return call(settings, path).request().orElseThrow().path();
  }
}
