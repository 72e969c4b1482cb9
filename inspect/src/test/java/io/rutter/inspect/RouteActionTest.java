// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a route does: clusters with their shares, copies, redirects, answers, header changes. */
class RouteActionTest {
  private static final Call CALL = Call.builder().host("h:80").path("/a/b?c=d").build();

  @Test
  void weightedClustersHaveTheirShares() {
    Simulator simulator =
        Envoys.ofRoutes(
            "{match: {prefix: '/'}, route: {weightedClusters: {clusters: [{name: a, weight: 1}, {name: z, weight: 0},"
                + " {name: b, weight: 3}]}}}");

    assertThat(simulator.call(CALL).clusters())
        .extracting(ClusterShare::cluster, ClusterShare::share)
        .containsExactly(tuple("a", 0.25), tuple("b", 0.75));
    assertThat(simulator.call(CALL).cluster()).isEmpty();
    assertThat(simulator.call(CALL.toBuilder().randomValue(0).build()).cluster()).hasValue("a");
    assertThat(simulator.call(CALL.toBuilder().randomValue(5).build()).cluster()).hasValue("b");
    assertThat(simulator.call(CALL.toBuilder().randomValue(-1).build()).cluster()).hasValue("b");
  }

  @Test
  void fractionsSplitCalls() {
    Simulator simulator =
        Envoys.ofRoutes(
            "{match: {prefix: '/', runtimeFraction: {runtimeKey: k, defaultValue: {numerator: 25}}},"
                + " route: {cluster: a}},"
                + Envoys.rest());

    CallResult result = simulator.call(CALL);
    assertThat(result.cluster()).hasValue("a");
    assertThat(result.share()).isEqualTo(0.25);
    assertThat(result.otherwise().flatMap(CallResult::cluster)).hasValue("rest");
    assertThat(simulator.call(CALL.toBuilder().randomValue(24).build()).cluster()).hasValue("a");
    assertThat(simulator.call(CALL.toBuilder().randomValue(25).build()).cluster()).hasValue("rest");
    Call off = CALL.toBuilder().runtime(ImmutableMap.of("k", 0L)).build();
    assertThat(simulator.call(off).cluster()).hasValue("rest");
  }

  @Test
  void mirrorsGetCopies() {
    Simulator simulator =
        Envoys.ofRoutes(
            "{match: {prefix: '/'}, route: {cluster: a, requestMirrorPolicies: [{cluster: m},"
                + " {cluster: n, runtimeFraction: {defaultValue: {numerator: 5, denominator: TEN_THOUSAND}}}]}}");

    assertThat(simulator.call(CALL).mirrors())
        .containsExactly(new MirrorShare("m", 1), new MirrorShare("n", 0.0005));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "httpsRedirect: true | 301 | https://h/a/b?c=d",
        "schemeRedirect: http, responseCode: FOUND | 302 | http://h:80/a/b?c=d",
        "hostRedirect: i | 301 | http://i/a/b?c=d",
        "portRedirect: 81, responseCode: SEE_OTHER | 303 | http://h:81/a/b?c=d",
        "pathRedirect: '/x', responseCode: TEMPORARY_REDIRECT | 307 | http://h:80/x?c=d",
        "pathRedirect: '/x?y', responseCode: PERMANENT_REDIRECT | 308 | http://h:80/x?y",
        "prefixRewrite: '/x' | 301 | http://h:80/x/b?c=d",
        "regexRewrite: {pattern: {regex: '/(.)/(.)'}, substitution: '/\\\\2-\\\\1'} | 301 | http://h:80/b-a?c=d",
        "stripQuery: true | 301 | http://h:80/a/b",
        "pathRedirect: '' | 301 | http://h:80/a/b?c=d",
      })
  void redirects(String action, int status, String location) {
    Simulator simulator = Envoys.ofRoutes("{match: {prefix: '/a'}, redirect: {" + action + "}}");

    assertThat(simulator.call(CALL).redirect()).hasValue(new RedirectAnswer(status, location));
  }

  @Test
  void answersOfItsOwn() {
    Simulator simulator =
        Envoys.ofRoutes(
            "{match: {prefix: '/'}, directResponse: {status: 418, body: {inlineString: tea}}}");

    assertThat(simulator.call(CALL).directResponse()).hasValue(new DirectAnswer(418, "tea"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prefixRewrite: '/x' | h:80 | /x/b?c=d",
        "regexRewrite: {pattern: {regex: 'b'}, substitution: 'y'} | h:80 | /a/y?c=d",
        "hostRewriteLiteral: i | i | /a/b?c=d",
        "hostRewriteHeader: x-h | j | /a/b?c=d",
        "hostRewritePathRegex: {pattern: {regex: '^/(.).*'}, substitution: '\\\\1'} | a | /a/b?c=d",
      })
  void rewrites(String action, String host, String path) {
    Simulator simulator =
        Envoys.ofRoutes("{match: {prefix: '/a'}, route: {cluster: c, " + action + "}}");

    UpstreamRequest request =
        simulator.call(CALL.toBuilder().header("x-h", "j").build()).request().orElseThrow();
    assertThat(request.host()).isEqualTo(host);
    assertThat(request.path()).isEqualTo(path);
  }

  @Test
  void changesHeadersFromTheRouteToTheConfiguration() {
    Simulator simulator =
        Envoys.ofHttp(
            "",
            "{name: v, domains: ['*'],"
                + " requestHeadersToAdd: [{header: {key: x, value: host}, appendAction: APPEND_IF_EXISTS_OR_ADD}],"
                + " routes: [{match: {prefix: '/'}, route: {cluster: c}, requestHeadersToRemove: [gone],"
                + " requestHeadersToAdd: [{header: {key: x, value: route}, appendAction: OVERWRITE_IF_EXISTS_OR_ADD},"
                + " {header: {key: y, value: new}, appendAction: ADD_IF_ABSENT}]}]}");

    UpstreamRequest request =
        simulator
            .call(
                CALL.toBuilder().header("X", "old").header("gone", "1").header("y", "old").build())
            .request()
            .orElseThrow();
    assertThat(request.headers().asMap())
        .containsOnlyKeys("x", "y")
        .hasEntrySatisfying("x", values -> assertThat(values).containsExactly("route", "host"))
        .hasEntrySatisfying("y", values -> assertThat(values).containsExactly("old"));
  }

  @Test
  void aHeaderMayNameTheCluster() {
    Simulator simulator = Envoys.ofRoutes("{match: {prefix: '/'}, route: {clusterHeader: x-c}}");

    assertThat(simulator.call(CALL.toBuilder().header("x-c", "k").build()).cluster()).hasValue("k");
    assertThat(simulator.call(CALL).error()).hasValue(CallError.NO_CLUSTER);
  }

  @Test
  void countsVirtualClusters() {
    Simulator simulator =
        Envoys.ofHttp(
            "",
            "{name: v, domains: ['*'], virtualClusters: [{name: a, headers: [{name: ':path',"
                + " stringMatch: {prefix: '/a'}}]}], routes: ["
                + Envoys.rest()
                + "]}");

    assertThat(simulator.call(CALL).virtualCluster()).hasValue("a");
    assertThat(simulator.call(CALL.toBuilder().path("/b").build()).virtualCluster())
        .hasValue("other");
  }

  @Test
  void injectsTheFaultOfTheRoute() {
    Simulator simulator =
        Envoys.ofHttp(
            "httpFilters: [{name: envoy.filters.http.fault, typedConfig: {'@type':"
                + " 'type.googleapis.com/envoy.extensions.filters.http.fault.v3.HTTPFault'}}],",
            "{name: v, domains: ['*'], routes: [{match: {prefix: '/'}, route: {cluster: c},"
                + " typedPerFilterConfig: {envoy.filters.http.fault: {'@type':"
                + " 'type.googleapis.com/envoy.extensions.filters.http.fault.v3.HTTPFault',"
                + " delay: {fixedDelay: 2s, percentage: {numerator: 10}},"
                + " abort: {httpStatus: 503, percentage: {numerator: 20}}}}}]}");

    InjectedFault fault = simulator.call(CALL).fault().orElseThrow();
    assertThat(fault.delay()).isEqualTo(Optional.of(Duration.ofSeconds(2)));
    assertThat(fault.delayShare()).isEqualTo(0.1);
    assertThat(fault.abortStatus()).hasValue(503);
    assertThat(fault.abortShare()).isEqualTo(0.2);
  }

  @Test
  void answersPreflights() {
    Simulator simulator =
        Envoys.ofHttp(
            "httpFilters: [{name: envoy.filters.http.cors, typedConfig: {'@type':"
                + " 'type.googleapis.com/envoy.extensions.filters.http.cors.v3.Cors'}}],",
            "{name: v, domains: ['*'], routes: [{match: {prefix: '/'}, route: {cluster: c},"
                + " typedPerFilterConfig: {envoy.filters.http.cors: {'@type':"
                + " 'type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy',"
                + " allowOriginStringMatch: [{exact: 'https://o'}], allowMethods: GET}}}]}");
    Call preflight =
        CALL.toBuilder()
            .method("OPTIONS")
            .header("origin", "https://o")
            .header("access-control-request-method", "GET")
            .build();

    CallResult answered = simulator.call(preflight);
    assertThat(answered.directResponse()).hasValue(new DirectAnswer(200, ""));
    assertThat(answered.responseHeaders())
        .extracting(HeaderChange::name, HeaderChange::value)
        .contains(
            tuple("access-control-allow-origin", "https://o"),
            tuple("access-control-allow-methods", "GET"));
    assertThat(simulator.call(CALL.toBuilder().header("origin", "https://o").build()).cluster())
        .hasValue("c");
  }
}
