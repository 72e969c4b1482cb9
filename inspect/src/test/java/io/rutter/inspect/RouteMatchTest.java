// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static io.rutter.inspect.Envoys.rest;
import static io.rutter.inspect.Envoys.route;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each condition of a route (Envoy: RouteMatch, HeaderMatcher, QueryParameterMatcher). */
class RouteMatchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prefix: '/a' | /ab | true",
        "prefix: '/a' | /A | false",
        "prefix: '/a', caseSensitive: false | /AB | true",
        "path: '/a' | /a?b=c | true",
        "path: '/a' | /a/ | false",
        "path: '/a', caseSensitive: false | /A | true",
        "pathSeparatedPrefix: '/a' | /a | true",
        "pathSeparatedPrefix: '/a' | /a/b?c | true",
        "pathSeparatedPrefix: '/a' | /ab | false",
        "safeRegex: {regex: '/a.*'} | /abc?d | true",
        "safeRegex: {regex: '/a'} | /ab | false",
        "safeRegex: {regex: '('} | /( | false",
      })
  void paths(String match, String path, boolean matches) {
    check(match, Call.builder().path(path).build(), matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: X, stringMatch: {exact: v}} | v | true",
        "{name: x, stringMatch: {exact: V}} | v | false",
        "{name: x, stringMatch: {exact: V, ignoreCase: true}} | v | true",
        "{name: x, stringMatch: {prefix: v}} | vw | true",
        "{name: x, stringMatch: {suffix: w}} | vw | true",
        "{name: x, stringMatch: {contains: w}} | vwx | true",
        "{name: x, stringMatch: {safeRegex: {regex: 'v+'}}} | vv | true",
        "{name: x, stringMatch: {safeRegex: {regex: 'v'}}} | vv | false",
        "{name: x, rangeMatch: {start: 1, end: 10}} | 9 | true",
        "{name: x, rangeMatch: {start: 1, end: 10}} | 10 | false",
        "{name: x, rangeMatch: {start: 1, end: 10}} | nine | false",
        "{name: x, presentMatch: true} | v | true",
        "{name: x, presentMatch: false} | v | false",
        "{name: x} | v | true",
        "{name: y} | v | false",
        "{name: y, presentMatch: false} | v | true",
        "{name: x, stringMatch: {exact: v}, invertMatch: true} | v | false",
        "{name: x, stringMatch: {exact: v}, invertMatch: true} | w | true",
        "{name: y, stringMatch: {exact: v}, invertMatch: true} | w | false",
        "{name: y, stringMatch: {exact: v}, invertMatch: true, treatMissingHeaderAsEmpty: true} | w | true",
        "{name: x, exactMatch: v} | v | true",
        "{name: x, safeRegexMatch: {regex: 'v.'}} | vw | true",
        "{name: ':method', stringMatch: {exact: GET}} | v | true",
        "{name: ':authority', stringMatch: {exact: h}} | v | true",
        "{name: ':scheme', stringMatch: {exact: https}} | v | false",
      })
  void headers(String matcher, String value, boolean matches) {
    check(
        "prefix: '/', headers: [" + matcher + "]",
        Call.builder().host("h").header("X", value).build(),
        matches);
  }

  @Test
  void aHeaderThatComesTwiceIsJoined() {
    check(
        "prefix: '/', headers: [{name: x, stringMatch: {exact: 'a,b'}}]",
        Call.builder().header("x", "a").header("X", "b").build(),
        true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: q, stringMatch: {exact: v}} | /?q=v | true",
        "{name: q, stringMatch: {exact: v}} | /?p=1&q=v&q=w | true",
        "{name: q, stringMatch: {exact: w}} | /?q=v&q=w | false",
        "{name: q, stringMatch: {exact: v}} | / | false",
        "{name: q, presentMatch: true} | /?q | true",
        "{name: q} | /?q= | true",
        "{name: q, stringMatch: {safeRegex: {regex: '[0-9]+'}}} | /?q=12 | true",
        "{name: q, stringMatch: {exact: 'a b'}} | /?q=a%20b | false",
      })
  void queryParameters(String matcher, String path, boolean matches) {
    check(
        "prefix: '/', queryParameters: [" + matcher + "]",
        Call.builder().path(path).build(),
        matches);
  }

  @Test
  void grpcLooksAtTheContentType() {
    String match = "prefix: '/', grpc: {}";

    check(match, Call.builder().header("content-type", "application/grpc+proto").build(), true);
    check(match, Call.builder().header("content-type", "application/grpc-web").build(), false);
    check(match, Call.builder().build(), false);
  }

  @Test
  void connectIsForItself() {
    Simulator simulator = Envoys.ofRoutes(route("connectMatcher: {}", "tunnel") + "," + rest());

    assertThat(simulator.call(Call.builder().method("CONNECT").host("a:443").build()).cluster())
        .hasValue("tunnel");
    assertThat(simulator.call(Call.builder().build()).cluster()).hasValue("rest");
  }

  @Test
  void theClientsCertificateMayDecide() {
    String match = "prefix: '/', tlsContext: {presented: true}";

    check(match, Call.builder().build(), false);
  }

  @Test
  void theFirstRouteWinsAndTheOthersSayWhy() {
    Simulator simulator =
        Envoys.ofRoutes(
            String.join(
                ",",
                "{name: one, match: {path: '/a'}, route: {cluster: a}}",
                "{name: two, match: {prefix: '/', headers: [{name: x}]}, route: {cluster: b}}",
                rest()));

    CallResult result = simulator.call(Call.builder().path("/b").build());
    assertThat(result.explanation())
        .filteredOn(step -> step.stage() == Stage.ROUTE)
        .flatExtracting(Step::rejected)
        .containsExactly(
            new RejectedCandidate("one", "path \"/a\": \"/b\""),
            new RejectedCandidate("two", "header x present: missing"));
    assertThat(Envoys.ofRoutes(route("path: '/a'", "a")).call(Call.builder().build()).error())
        .hasValue(CallError.NO_ROUTE);
  }

  private static void check(String match, Call call, boolean matches) {
    Simulator simulator = Envoys.ofRoutes(route(match, "hit") + "," + rest());

    assertThat(simulator.call(call).cluster()).hasValue(matches ? "hit" : "rest");
  }
}
