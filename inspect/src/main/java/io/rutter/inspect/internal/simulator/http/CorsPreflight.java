// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.envoyproxy.envoy.extensions.filters.http.cors.v3.CorsPolicy;
import io.rutter.inspect.Call;
import io.rutter.inspect.HeaderChange;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.config.Fractions;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.inspect.internal.simulator.match.StringMatch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CORS preflight requests: the CORS filter answers them itself, by the policy of the route, else of
 * the virtual host.
 */
final class CorsPreflight {
  private static final String NAME = "envoy.filters.http.cors";

  private CorsPreflight() {}

  /** Headers of the filter's response; absent if the request is forwarded. */
  static Optional<ImmutableList<HeaderChange>> answer(
      VirtualHost host, Route route, HttpRequest request, Call call) {
    Optional<String> origin = request.header("origin").filter(text -> !text.isEmpty());
    boolean preflight =
        request.method().equals("OPTIONS")
            && request
                .header("access-control-request-method")
                .filter(text -> !text.isEmpty())
                .isPresent();
    if (!preflight || origin.isEmpty()) {
      return Optional.empty();
    }
    Optional<CorsPolicy> policy =
        policy(route.getTypedPerFilterConfigMap().get(NAME))
            .or(() -> policy(host.getTypedPerFilterConfigMap().get(NAME)))
            .filter(
                found ->
                    !found.hasFilterEnabled() || Fractions.of(found.getFilterEnabled(), call) > 0);
    return policy.flatMap(found -> answer(found, origin.get()));
  }

  private static Optional<ImmutableList<HeaderChange>> answer(CorsPolicy policy, String origin) {
    boolean allowed =
        policy.getAllowOriginStringMatchList().stream()
            .anyMatch(
                matcher -> matcher.getExact().equals("*") || StringMatch.matches(matcher, origin));
    if (!allowed) {
      boolean forwards =
          !policy.hasForwardNotMatchingPreflights()
              || policy.getForwardNotMatchingPreflights().getValue();
      return forwards ? Optional.empty() : Optional.of(ImmutableList.of());
    }
    ImmutableList.Builder<HeaderChange> headers = ImmutableList.builder();
    add(headers, "access-control-allow-origin", origin);
    if (policy.getAllowCredentials().getValue()) {
      add(headers, "access-control-allow-credentials", "true");
    }
    add(headers, "access-control-allow-methods", policy.getAllowMethods());
    add(headers, "access-control-allow-headers", policy.getAllowHeaders());
    add(headers, "access-control-max-age", policy.getMaxAge());
    return Optional.of(headers.build());
  }

  private static void add(ImmutableList.Builder<HeaderChange> headers, String name, String value) {
    if (!value.isEmpty()) {
      headers.add(new HeaderChange(HeaderChange.Action.OVERWRITE, name, value));
    }
  }

  private static Optional<CorsPolicy> policy(@Nullable Any any) {
    return any == null ? Optional.empty() : UnpackedConfig.of(any, CorsPolicy.class);
  }
}
