// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.StringMatch;
import io.rutter.model.internal.validation.virtualservice.MatchCoverage;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;

/**
 * One match of an {@code http} rule, or the condition of a rule without matches.
 *
 * @param request what must hold for a request, and for the proxy's labels and namespace
 * @param gateways the gateways that it applies to; empty for all
 * @param port the port that it applies to; 0 for any
 * @param always whether the rule then takes the request unconditionally
 */
record RouteCondition(HttpMatch request, ImmutableList<String> gateways, int port, boolean always) {
  private static final HttpMatch ANY = HttpMatch.builder().build();

  /** The conditions of a rule, one of which must hold. */
  static ImmutableList<RouteCondition> of(HttpRoute rule) {
    boolean always =
        rule.delegate().isEmpty() && (!rule.route().isEmpty() || rule.directResponse().isPresent());
    return rule.match().isEmpty()
        ? ImmutableList.of(new RouteCondition(ANY, ImmutableList.of(), 0, always))
        : rule.match().stream().map(match -> of(match, always)).collect(toImmutableList());
  }

  private static RouteCondition of(HttpMatch match, boolean always) {
    HttpMatch.Builder request =
        HttpMatch.builder()
            .ignoreUriCase(match.ignoreUriCase())
            .headers(match.headers())
            .withoutHeaders(match.withoutHeaders())
            .queryParams(match.queryParams());
    match.uri().ifPresent(request::uri);
    match.scheme().ifPresent(request::scheme);
    match.method().ifPresent(request::method);
    match.authority().ifPresent(request::authority);
    // Where gateways are named, source conditions are ignored.
    if (match.gateways().isEmpty()) {
      request.sourceLabels(match.sourceLabels());
      match.sourceNamespace().ifPresent(request::sourceNamespace);
    }
    return new RouteCondition(request.build(), match.gateways(), match.port().orElse(0), always);
  }

  /** Whether it applies on a Gateway's server with that port. */
  boolean holds(String gateway, int serverPort) {
    return (port == 0 || port == serverPort) && (gateways.isEmpty() || gateways.contains(gateway));
  }

  /** Whether it takes every request of the other, on the same server. */
  boolean covers(RouteCondition other) {
    return MatchCoverage.covers(request, other.request);
  }

  /** Whether it matches every request, which puts its route last in a virtual host. */
  boolean takesEverything() {
    return request.uri().map(RouteCondition::isAnyPath).orElse(true)
        && request.headers().isEmpty()
        && request.withoutHeaders().isEmpty()
        && request.queryParams().isEmpty()
        && request.method().isEmpty()
        && request.scheme().isEmpty()
        && request.authority().isEmpty();
  }

  private static boolean isAnyPath(StringMatch uri) {
    return switch (uri.kind()) {
      case PREFIX -> ((StringMatch.Prefix) uri).value().equals("/");
      case REGEX -> ((StringMatch.Regex) uri).value().equals(".*");
      case PRESENT -> true;
      case EXACT -> false;
    };
  }
}
