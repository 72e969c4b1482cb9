// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.virtualservice.TlsMatch;
import io.rutter.model.virtualservice.TlsRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.gateway.MergedServer;

/**
 * A server of a Gateway that forwards TLS without terminating it (PASSTHROUGH) → a filter chain for
 * each match of the {@code tls} rules of its VirtualServices, for the names of the match. A match
 * that repeats a name of an earlier one is dropped entirely. Istio document: Virtual Service,
 * {@code tls}.
 */
final class GatewayTlsChains {
  private GatewayTlsChains() {}

  /** The chains of a server. */
  static ImmutableList<GatewayChain> of(
      ProxyScope scope, MergedServer server, ServerNameClaims claims, ProblemSink problems) {
    ImmutableList.Builder<GatewayChain> chains = ImmutableList.builder();
    for (VirtualService virtualService : GatewayRouteMatches.virtualServices(scope, server)) {
      for (int i = 0; i < virtualService.tls().size(); i++) {
        TlsRoute rule = virtualService.tls().get(i);
        if (rule.route().isEmpty()) {
          continue;
        }
        ConfigPart part =
            new ConfigPart(
                ConfigKey.of("VirtualService", virtualService.metadata()), "spec.tls[" + i + "]");
        for (int j = 0; j < rule.match().size(); j++) {
          TlsMatch match = rule.match().get(j);
          ConfigPart origin = part.field("match[" + j + "]");
          if (GatewayRouteMatches.matches(server, match.port(), match.gateways())
              && claim(server, match, origin, claims, problems)) {
            chains.add(
                GatewayChain.opaque(
                    origin,
                    match.sniHosts(),
                    GatewayRouteFilters.of(scope, server, rule.route(), part)));
          }
        }
      }
    }
    return chains.build();
  }

  private static boolean claim(
      MergedServer server,
      TlsMatch match,
      ConfigPart origin,
      ServerNameClaims claims,
      ProblemSink problems) {
    ImmutableList<String> taken = claims.claim(server, match.sniHosts());
    if (!taken.isEmpty()) {
      problems.report(
          Problem.warning(ProblemCode.CONFLICT)
              .object(origin.object())
              .path(origin.path() + ".sniHosts")
              .message(
                  "sniHosts: "
                      + String.join(", ", taken)
                      + " (expected: names that no earlier match has on port "
                      + server.port()
                      + " of "
                      + server.gatewayKey()
                      + ")")
              .build());
    }
    return taken.isEmpty();
  }
}
