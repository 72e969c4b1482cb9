// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.http;

import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.envoyproxy.envoy.config.route.v3.VirtualHost;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallTls;
import io.rutter.inspect.RejectedCandidate;
import io.rutter.inspect.internal.simulator.call.Abbreviation;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.config.Fractions;
import io.rutter.inspect.internal.simulator.match.HeaderMatch;
import io.rutter.inspect.internal.simulator.match.MetadataText;
import io.rutter.inspect.internal.simulator.match.PathMatch;
import io.rutter.inspect.internal.simulator.match.QueryMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the first route that matches a request. */
final class RouteChoice {
  private RouteChoice() {}

  /**
   * A route, and the rejected candidates.
   *
   * @param route the first that matches; absent: none
   * @param share the fraction of requests that it matches
   * @param next the index at which the search for other requests continues
   * @param rejected the routes before it
   */
  record Outcome(Optional<Route> route, double share, int next, List<RejectedCandidate> rejected) {}

  static Outcome choose(VirtualHost host, int from, RoutingContext context) {
    Call call = context.call();
    List<RejectedCandidate> rejected = new ArrayList<>();
    for (int i = from; i < host.getRoutesCount(); i++) {
      Route route = host.getRoutes(i);
      Optional<String> failure = failure(route.getMatch(), context);
      if (failure.isPresent()) {
        rejected.add(new RejectedCandidate(name(route, i), failure.get()));
        continue;
      }
      double share =
          route.getMatch().hasRuntimeFraction()
              ? Fractions.of(route.getMatch().getRuntimeFraction(), call)
              : 1;
      if (share > 0) {
        return new Outcome(Optional.of(route), share, i + 1, rejected);
      }
      rejected.add(new RejectedCandidate(name(route, i), "runtime_fraction: takes no requests"));
    }
    return new Outcome(Optional.empty(), 1, host.getRoutesCount(), rejected);
  }

  /** The name in explanations: its name or position. */
  static String name(Route route, int place) {
    return route.getName().isEmpty() ? "#" + (place + 1) : route.getName();
  }

  private static Optional<String> failure(RouteMatch match, RoutingContext context) {
    HttpRequest request = context.routed();
    return PathMatch.failure(match, request)
        .or(() -> grpcFailure(match, request))
        .or(() -> HeaderMatch.failure(match.getHeadersList(), request))
        .or(() -> tlsFailure(match, context.call()))
        .or(() -> QueryMatch.failure(match.getQueryParametersList(), request))
        .or(() -> MetadataText.failure(match.getDynamicMetadataList(), context.metadata()))
        .or(() -> unknownFailure(match));
  }

  private static Optional<String> grpcFailure(RouteMatch match, HttpRequest request) {
    String type = request.header("content-type").orElse("");
    boolean grpc = type.equals("application/grpc") || type.startsWith("application/grpc+");
    return match.hasGrpc() && !grpc
        ? Optional.of("grpc: content-type \"" + Abbreviation.of(type) + "\"")
        : Optional.empty();
  }

  private static Optional<String> tlsFailure(RouteMatch match, Call call) {
    boolean shown =
        call.tls() == CallTls.MTLS || (call.tls() == CallTls.TLS && call.clientCertificate());
    RouteMatch.TlsContextMatchOptions wanted = match.getTlsContext();
    if (wanted.hasPresented() && wanted.getPresented().getValue() != shown) {
      return Optional.of("tls_context presented " + wanted.getPresented().getValue());
    }
    if (wanted.hasValidated() && wanted.getValidated().getValue() != shown) {
      return Optional.of("tls_context validated " + wanted.getValidated().getValue());
    }
    return Optional.empty();
  }

  /** Why a condition fails that only filters before the router could satisfy. */
  private static Optional<String> unknownFailure(RouteMatch match) {
    return match.getFilterStateCount() > 0
        ? Optional.of("filter_state: the simulator has none")
        : Optional.empty();
  }
}
