// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.core.v3.RuntimeFractionalPercent;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.inspect.calltest.RouterCheckInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runtime fractions as in {@code router_check_tool}: routes with the key that a test names match
 * their fraction of requests, at least 1 of the denominator; routes with other keys match none.
 */
final class RouterCheckRuntime {
  private RouterCheckRuntime() {}

  /** Values of runtime keys: 0 for each that the test does not name. */
  static ImmutableMap<String, Long> of(RouterCheckInput input, RouteConfiguration routes) {
    Map<String, Long> runtime = new LinkedHashMap<>();
    matches(routes)
        .filter(RouteMatch::hasRuntimeFraction)
        .map(match -> match.getRuntimeFraction().getRuntimeKey())
        .forEach(key -> runtime.put(key, 0L));
    input.runtime().ifPresent(runtime::remove);
    return ImmutableMap.copyOf(runtime);
  }

  /** The route configuration with fractions of 0 replaced by 1. */
  static RouteConfiguration withoutZeros(RouteConfiguration routes) {
    if (matches(routes).noneMatch(RouterCheckRuntime::isZero)) {
      return routes;
    }
    RouteConfiguration.Builder changed = routes.toBuilder();
    for (VirtualHost.Builder host : changed.getVirtualHostsBuilderList()) {
      for (Route.Builder route : host.getRoutesBuilderList()) {
        if (isZero(route.getMatch())) {
          RuntimeFractionalPercent.Builder fraction =
              route.getMatchBuilder().getRuntimeFractionBuilder();
          fraction.getDefaultValueBuilder().setNumerator(1);
        }
      }
    }
    return changed.build();
  }

  private static Stream<RouteMatch> matches(RouteConfiguration routes) {
    return routes.getVirtualHostsList().stream()
        .flatMap(host -> host.getRoutesList().stream())
        .map(Route::getMatch);
  }

  private static boolean isZero(RouteMatch match) {
    return match.hasRuntimeFraction()
        && match.getRuntimeFraction().getDefaultValue().getNumerator() == 0;
  }
}
