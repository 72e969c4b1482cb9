// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.InjectedFault;
import io.rutter.inspect.UpstreamRequest;
import io.rutter.inspect.calltest.CallExpectation;
import io.rutter.inspect.calltest.HeaderExpectation;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Compares the result of a call with the expectation of a test in Rutter's own form. */
public final class CallCheck {
  private CallCheck() {}

  /**
   * The differences.
   *
   * @param mode how the call reached the proxy
   */
  public static ImmutableList<String> failures(
      CallExpectation expected, Optional<CallMode> mode, CallResult result) {
    Differences differences = new Differences();
    differences.text("listener", expected.listener(), result.listener());
    differences.text("filterChain", expected.filterChain(), result.filterChain());
    differences.text(
        "routeConfiguration", expected.routeConfiguration(), result.routeConfiguration());
    differences.text("virtualHost", expected.virtualHost(), result.virtualHost());
    differences.text("route", expected.route(), result.route());
    differences.text("virtualCluster", expected.virtualCluster(), result.virtualCluster());
    differences.text("error", expected.error(), result.error().map(CallError::message));
    AccessCheck.compare(expected, mode, result, differences);
    clusters(expected, result, differences);
    answers(expected, result, differences);
    expected.fault().ifPresent(fault -> fault(fault, result.fault(), differences));
    request(expected, result, differences);
    for (String object : expected.configuredBy()) {
      if (result.origins().stream().noneMatch(o -> o.object().toString().equals(object))) {
        differences.add(
            "configuredBy",
            result.origins().stream().map(o -> o.object().toString()).distinct().toList(),
            object);
      }
    }
    return differences.all();
  }

  private static void clusters(
      CallExpectation expected, CallResult result, Differences differences) {
    Map<String, Double> clusters = CombinedResult.clusters(result);
    expected
        .cluster()
        .ifPresent(
            name -> {
              boolean same =
                  name.isEmpty()
                      ? clusters.isEmpty()
                      : clusters.size() == 1 && clusters.containsKey(name);
              differences.addUnless(
                  same, "cluster", clusters.size() > 1 ? clusters : clusters.keySet(), name);
            });
    expected.clusters().ifPresent(all -> differences.shares("clusters", all, clusters));
    expected
        .mirrors()
        .ifPresent(all -> differences.shares("mirrors", all, CombinedResult.mirrors(result)));
  }

  private static void answers(
      CallExpectation expected, CallResult result, Differences differences) {
    expected
        .redirect()
        .ifPresent(
            redirect -> {
              differences.text(
                  "redirect.location",
                  Optional.of(redirect.location().orElse(""))
                      .filter(t -> redirect.location().isPresent()),
                  result.redirect().map(r -> r.location()));
              differences.number(
                  "redirect.status",
                  redirect.status(),
                  result.redirect().map(r -> r.status()).orElse(0));
              differences.addUnless(
                  result.redirect().isPresent(), "redirect", "none", "a redirect");
            });
    expected
        .directResponse()
        .ifPresent(
            direct -> {
              differences.number(
                  "directResponse.status",
                  direct.status(),
                  result.directResponse().map(r -> r.status()).orElse(0));
              differences.text(
                  "directResponse.body", direct.body(), result.directResponse().map(r -> r.body()));
              differences.addUnless(
                  result.directResponse().isPresent(), "directResponse", "none", "an answer");
            });
  }

  private static void fault(
      CallExpectation.Fault expected, Optional<InjectedFault> found, Differences differences) {
    if (found.isEmpty()) {
      differences.add("fault", "none", "a fault");
      return;
    }
    InjectedFault fault = found.get();
    expected
        .delay()
        .ifPresent(
            delay ->
                differences.addUnless(
                    fault.delay().equals(Optional.of(delay)),
                    "fault.delay",
                    fault.delay().map(Object::toString).orElse("none"),
                    delay));
    percent("fault.delayPercent", expected.delayPercent(), fault.delayShare(), differences);
    status("fault.abortStatus", expected.abortStatus(), fault.abortStatus(), differences);
    status(
        "fault.abortGrpcStatus", expected.abortGrpcStatus(), fault.abortGrpcStatus(), differences);
    percent("fault.abortPercent", expected.abortPercent(), fault.abortShare(), differences);
  }

  private static void status(
      String name, OptionalInt expected, OptionalInt actual, Differences differences) {
    if (expected.isPresent() && !expected.equals(actual)) {
      differences.add(name, actual.isPresent() ? actual.getAsInt() : "none", expected.getAsInt());
    }
  }

  private static void percent(
      String name, OptionalDouble expected, double actual, Differences differences) {
    if (expected.isPresent()) {
      differences.addUnless(
          Differences.close(expected.getAsDouble(), actual * 100),
          name,
          Differences.round(actual * 100),
          expected.getAsDouble());
    }
  }

  private static void request(
      CallExpectation expected, CallResult result, Differences differences) {
    differences.text("host", expected.host(), result.request().map(UpstreamRequest::host));
    differences.text("path", expected.path(), result.request().map(UpstreamRequest::path));
    headers(
        "requestHeaders",
        expected.requestHeaders(),
        result.request().map(UpstreamRequest::headers).orElse(ImmutableListMultimap.of()),
        differences);
    headers(
        "responseHeaders",
        expected.responseHeaders(),
        CombinedResult.answered(result, ImmutableListMultimap.of()),
        differences);
  }

  private static void headers(
      String field,
      Map<String, HeaderExpectation> expected,
      ImmutableListMultimap<String, String> actual,
      Differences differences) {
    expected.forEach(
        (name, expectation) -> {
          ImmutableList<String> values = actual.get(name);
          Optional<String> value =
              values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
          if (!HeaderCheck.fits(expectation, value)) {
            differences.add(
                field + "." + name,
                value.map(Differences::quote).orElse("missing"),
                HeaderCheck.print(expectation));
          }
        });
  }
}
