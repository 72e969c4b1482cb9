// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.gson.Gson;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.route.v3.HeaderMatcher;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.DirectAnswer;
import io.rutter.inspect.RedirectAnswer;
import io.rutter.inspect.Simulator;
import io.rutter.inspect.UpstreamRequest;
import io.rutter.inspect.calltest.CallTestResult;
import io.rutter.inspect.calltest.RouterCheckCase;
import io.rutter.inspect.calltest.RouterCheckExpectation;
import io.rutter.inspect.calltest.RouterCheckInput;
import io.rutter.inspect.internal.simulator.match.HeaderMatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Runs a test as Envoy's {@code router_check_tool} does: from the route configuration on, from
 * {@code 127.0.0.1}, with the random value 0 unless it names one.
 */
public final class RouterCheck {
  private static final long DEFAULT_TIMEOUT_MILLIS = 15_000;

  /** The source address of the tool's requests. */
  private static final String SOURCE_ADDRESS = "127.0.0.1";

  private RouterCheck() {}

  /** Runs one test. */
  public static CallTestResult run(
      RouterCheckCase test, RouteConfiguration routes, Simulator simulator) {
    CallResult result =
        simulator.route(RouterCheckRuntime.withoutZeros(routes), call(test.input(), routes));
    return new CallTestResult(test, 1, failures(test, result), MetValues.of(result));
  }

  private static ImmutableList<String> failures(RouterCheckCase test, CallResult result) {
    RouterCheckExpectation expected = test.expected();
    Differences differences = new Differences();
    boolean forwarded = !result.clusters().isEmpty();
    differences.text("cluster_name", expected.clusterName(), result.cluster());
    differences.text(
        "virtual_cluster_name", expected.virtualClusterName(), result.virtualCluster());
    differences.text(
        "virtual_host_name",
        expected.virtualHostName(),
        result.virtualHost().filter(n -> forwarded));
    differences.text(
        "host_rewrite", expected.hostRewrite(), result.request().map(UpstreamRequest::host));
    differences.text(
        "path_rewrite", expected.pathRewrite(), result.request().map(UpstreamRequest::path));
    differences.text("path_redirect", expected.pathRedirect(), location(test.input(), result));
    differences.number("code_redirect", expected.codeRedirect(), status(result));
    headers(expected, test.input(), result, differences);
    Route route = result.routeMessage().orElse(Route.getDefaultInstance());
    RouterCheckMetadata.compare(expected.routeMetadata(), route.getMetadata(), differences);
    expected
        .timeout()
        .ifPresent(
            timeout ->
                differences.addUnless(
                    timeout.toMillis() == timeoutMillis(route),
                    "timeout",
                    timeoutMillis(route) + " ms",
                    timeout.toMillis() + " ms"));
    return differences.all();
  }

  private static Call call(RouterCheckInput input, RouteConfiguration routes) {
    Call.Builder call =
        Call.builder()
            .host(input.authority())
            .path(input.path())
            .method(input.method())
            .sourceAddress(SOURCE_ADDRESS)
            .tls(input.ssl() ? CallTls.TLS : CallTls.PLAINTEXT)
            .header("x-forwarded-proto", input.ssl() ? "https" : "http")
            .randomValue(input.randomValue().orElse(0))
            .runtime(RouterCheckRuntime.of(input, routes))
            .dynamicMetadata(RouterCheckMetadata.ofRequest(input.dynamicMetadata()));
    if (input.internal()) {
      call.header("x-envoy-internal", "true");
    }
    input
        .additionalRequestHeaders()
        .entries()
        .forEach(header -> call.header(header.getKey(), header.getValue()));
    return call.build();
  }

  private static long timeoutMillis(Route route) {
    return route.getRoute().hasTimeout()
        ? Durations.toMillis(route.getRoute().getTimeout())
        : DEFAULT_TIMEOUT_MILLIS;
  }

  /** The location; for a direct response, the tool reports the request's URL. */
  private static Optional<String> location(RouterCheckInput input, CallResult result) {
    return result
        .redirect()
        .map(RedirectAnswer::location)
        .or(
            () ->
                result
                    .directResponse()
                    .map(
                        d ->
                            (input.ssl() ? "https://" : "http://")
                                + input.authority()
                                + input.path()));
  }

  private static int status(CallResult result) {
    return result
        .redirect()
        .map(RedirectAnswer::status)
        .or(() -> result.directResponse().map(DirectAnswer::status))
        .orElse(0);
  }

  private static void headers(
      RouterCheckExpectation expected,
      RouterCheckInput input,
      CallResult result,
      Differences differences) {
    ListMultimap<String, String> sent = sent(input, result);
    ListMultimap<String, String> answered =
        CombinedResult.answered(result, ofAnswer(input, result));
    fields("request_header_fields", expected.requestHeaderFields(), sent, differences);
    fields("response_header_fields", expected.responseHeaderFields(), answered, differences);
    matches("request_header_matches", expected.requestHeaderMatches(), sent, differences);
    matches("response_header_matches", expected.responseHeaderMatches(), answered, differences);
  }

  private static ImmutableListMultimap<String, String> sent(
      RouterCheckInput input, CallResult result) {
    ImmutableListMultimap.Builder<String, String> headers = ImmutableListMultimap.builder();
    headers.put(
        ":authority", result.request().map(UpstreamRequest::host).orElse(input.authority()));
    headers.put(":path", result.request().map(UpstreamRequest::path).orElse(input.path()));
    headers.put(":method", input.method());
    headers.put(":scheme", input.ssl() ? "https" : "http");
    if (result.request().isPresent()) {
      headers.putAll(result.request().get().headers());
    } else {
      headers.putAll(LowerCaseHeaders.names(input.additionalRequestHeaders()));
    }
    return headers.build();
  }

  private static ImmutableListMultimap<String, String> ofAnswer(
      RouterCheckInput input, CallResult result) {
    ImmutableListMultimap.Builder<String, String> headers = ImmutableListMultimap.builder();
    headers.putAll(LowerCaseHeaders.names(input.additionalResponseHeaders()));
    String body = result.directResponse().map(DirectAnswer::body).orElse("");
    if (!body.isEmpty()) {
      headers.put("content-length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length));
      headers.put("content-type", "text/plain");
    }
    return headers.build();
  }

  private static void fields(
      String field,
      ListMultimap<String, String> expected,
      ListMultimap<String, String> actual,
      Differences differences) {
    LowerCaseHeaders.names(expected)
        .entries()
        .forEach(
            header -> {
              String name = header.getKey();
              String value = header.getValue();
              List<String> values = actual.get(name);
              boolean same =
                  value.isEmpty()
                      ? values.isEmpty() || values.contains("")
                      : values.contains(value);
              differences.addUnless(same, field + " " + name, values, value);
            });
  }

  private static void matches(
      String field,
      List<ImmutableMap<String, Object>> expected,
      ListMultimap<String, String> actual,
      Differences differences) {
    for (ImmutableMap<String, Object> condition : expected) {
      HeaderMatcher.Builder matcher = HeaderMatcher.newBuilder();
      try {
        JsonFormat.parser().merge(new Gson().toJson(condition), matcher);
      } catch (InvalidProtocolBufferException e) {
        differences.add(field, condition, "a HeaderMatcher: " + e.getMessage());
        continue;
      }
      List<String> values = actual.get(LowerCaseHeaders.name(matcher.getName()));
      Optional<String> value =
          values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
      if (!HeaderMatch.matches(matcher.build(), value)) {
        differences.add(
            field + " " + matcher.getName(),
            value.map(Differences::quote).orElse("missing"),
            condition);
      }
    }
  }
}
