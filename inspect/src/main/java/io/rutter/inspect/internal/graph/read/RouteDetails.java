// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.route.v3.RetryPolicy;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.extensions.filters.http.fault.v3.HTTPFault;
import io.rutter.inspect.internal.simulator.config.Fractions;
import io.rutter.inspect.internal.simulator.config.Percentages;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a route does beside choosing a destination, in words. */
final class RouteDetails {
  private static final String FAULT = "envoy.filters.http.fault";
  private static final String CORS = "envoy.filters.http.cors";

  /** What Istio's default is. */
  private static final int DEFAULT_RETRIES = 2;

  private static final String DEFAULT_RETRY_ON =
      "connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes";

  private RouteDetails() {}

  /** Timeout, retries, rewrites, headers and CORS. */
  static ImmutableList<String> of(Route route) {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    if (route.hasRoute()) {
      RouteAction action = route.getRoute();
      if (action.hasTimeout() && Durations.isPositive(action.getTimeout())) {
        all.add("timeout " + duration(action.getTimeout()));
      }
      retries(action).ifPresent(all::add);
      rewrite(action, all);
    }
    headers(
        "request", route.getRequestHeadersToAddList(), route.getRequestHeadersToRemoveList(), all);
    headers(
        "response",
        route.getResponseHeadersToAddList(),
        route.getResponseHeadersToRemoveList(),
        all);
    if (route.containsTypedPerFilterConfig(CORS)) {
      all.add("CORS");
    }
    return all.build();
  }

  /** Delays and aborts. */
  static ImmutableList<String> faults(Route route) {
    ImmutableList.Builder<String> all = ImmutableList.builder();
    Optional<Any> any = Optional.ofNullable(route.getTypedPerFilterConfigMap().get(FAULT));
    any.flatMap(config -> UnpackedConfig.of(config, HTTPFault.class))
        .ifPresent(
            fault -> {
              if (fault.hasDelay()) {
                all.add(
                    "delays %s by %s"
                        .formatted(
                            Percentages.print(Fractions.of(fault.getDelay().getPercentage())),
                            duration(fault.getDelay().getFixedDelay())));
              }
              if (fault.hasAbort()) {
                all.add(
                    "aborts %s with %s"
                        .formatted(
                            Percentages.print(Fractions.of(fault.getAbort().getPercentage())),
                            fault.getAbort().hasGrpcStatus()
                                ? "gRPC status " + fault.getAbort().getGrpcStatus()
                                : Integer.toString(fault.getAbort().getHttpStatus())));
              }
            });
    return all.build();
  }

  /** Absent for those that a proxy makes where nothing is said. */
  private static Optional<String> retries(RouteAction action) {
    if (!action.hasRetryPolicy()) {
      return Optional.of("no retries");
    }
    RetryPolicy policy = action.getRetryPolicy();
    return policy.getNumRetries().getValue() == DEFAULT_RETRIES
            && policy.getRetryOn().equals(DEFAULT_RETRY_ON)
            && !policy.hasPerTryTimeout()
        ? Optional.empty()
        : Optional.of(retries(policy));
  }

  private static String retries(RetryPolicy policy) {
    return policy.getNumRetries().getValue()
        + " retries"
        + (policy.hasPerTryTimeout() ? " of " + duration(policy.getPerTryTimeout()) : "")
        + " on "
        + policy.getRetryOn();
  }

  private static void rewrite(RouteAction action, ImmutableList.Builder<String> all) {
    if (!action.getPrefixRewrite().isEmpty()) {
      all.add("path becomes " + action.getPrefixRewrite() + "\u2026");
    }
    if (action.hasRegexRewrite()) {
      all.add(
          "path ~ %s becomes %s"
              .formatted(
                  action.getRegexRewrite().getPattern().getRegex(),
                  action.getRegexRewrite().getSubstitution()));
    }
    if (!action.getHostRewriteLiteral().isEmpty()) {
      all.add("host becomes " + action.getHostRewriteLiteral());
    }
  }

  private static void headers(
      String of,
      List<HeaderValueOption> added,
      List<String> removed,
      ImmutableList.Builder<String> all) {
    List<String> changes =
        Stream.concat(
                added.stream()
                    .map(
                        option ->
                            option.getHeader().getKey() + " = " + option.getHeader().getValue()),
                removed.stream().map(name -> "no " + name))
            .toList();
    if (!changes.isEmpty()) {
      all.add(of + " headers: " + String.join(", ", changes));
    }
  }

  private static String duration(Duration duration) {
    return Durations.toString(duration);
  }
}
