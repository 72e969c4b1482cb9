// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.simulator.authorization;

import com.google.protobuf.Any;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.envoyproxy.envoy.extensions.filters.http.ext_authz.v3.ExtAuthz;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.rutter.inspect.CallError;
import io.rutter.inspect.CallResult;
import io.rutter.inspect.internal.simulator.authentication.JwtFilter;
import io.rutter.inspect.internal.simulator.call.Connection;
import io.rutter.inspect.internal.simulator.call.HttpRequest;
import io.rutter.inspect.internal.simulator.call.Trail;
import io.rutter.inspect.internal.simulator.config.ResourceIndex;
import io.rutter.inspect.internal.simulator.config.UnpackedConfig;
import io.rutter.inspect.internal.simulator.connection.ClientIdentity;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The filters of a connection manager that decide who may call, in their order; the first that
 * refuses a request answers it.
 */
public final class HttpAccess {
  private final ResourceIndex resources;
  private final List<Any> filters;
  private final BiPredicate<HttpRequest, Metadata> hasRoute;
  private final Trail trail;

  private HttpAccess(
      ResourceIndex resources,
      List<Any> filters,
      BiPredicate<HttpRequest, Metadata> hasRoute,
      Trail trail) {
    this.resources = resources;
    this.filters = filters;
    this.hasRoute = hasRoute;
    this.trail = trail;
  }

  /**
   * A request after these filters.
   *
   * @param refused the end of the call; absent: it goes on
   * @param request the request as they leave it
   * @param routed the request that its route is chosen by: as it came, unless a filter has the
   *     route chosen anew
   * @param metadata the metadata that its route is chosen by
   */
  public record Outcome(
      Optional<CallResult> refused, HttpRequest request, HttpRequest routed, Metadata metadata) {}

  /**
   * What the filters make of a request.
   *
   * @param hasRoute whether a route takes a request, with this metadata
   */
  public static Outcome of(
      ResourceIndex resources,
      HttpConnectionManager manager,
      Connection connection,
      ClientIdentity client,
      HttpRequest request,
      BiPredicate<HttpRequest, Metadata> hasRoute,
      Trail trail) {
    AccessFacts facts =
        new AccessFacts(
            connection,
            client,
            RemoteAddress.of(manager, request, connection.call()),
            Optional.of(request),
            connection.call().dynamicMetadata());
    List<Any> filters =
        manager.getHttpFiltersList().stream()
            .filter(filter -> !filter.getDisabled())
            .map(HttpFilter::getTypedConfig)
            .toList();
    return new HttpAccess(resources, filters, hasRoute, trail).walk(request, facts);
  }

  private Outcome walk(HttpRequest original, AccessFacts before) {
    AccessFacts facts = before;
    HttpRequest request = original;
    HttpRequest routed = original;
    Metadata routedBy = before.metadata();
    for (Any filter : filters) {
      Optional<JwtFilter> tokens = JwtFilter.of(filter, resources);
      if (tokens.isPresent()) {
        JwtFilter.Outcome outcome =
            tokens.get().check(request, facts.metadata(), facts.call(), trail);
        if (outcome.refused().isPresent()) {
          return new Outcome(outcome.refused(), request, routed, routedBy);
        }
        request = outcome.request();
        facts = facts.withMetadata(outcome.metadata()).withRequest(request);
        routed = outcome.reroutes() ? request : routed;
        routedBy = outcome.reroutes() ? outcome.metadata() : routedBy;
        continue;
      }
      boolean asks = isAsking(filter) && hasRoute.test(routed, routedBy);
      Optional<FilterDecision> decision = decision(filter, facts, asks);
      Optional<CallResult> refused = decision.flatMap(this::refused);
      if (refused.isPresent()) {
        return new Outcome(refused, request, routed, routedBy);
      }
      if (decision.isPresent()) {
        facts = facts.withMetadata(decision.get().metadata());
      }
    }
    return new Outcome(Optional.empty(), request, routed, routedBy);
  }

  private static boolean isAsking(Any filter) {
    return UnpackedConfig.of(filter, ExtAuthz.class).isPresent();
  }

  private Optional<FilterDecision> decision(Any filter, AccessFacts facts, boolean asks) {
    Optional<RbacFilter> rbac = RbacFilter.ofHttp(filter);
    return rbac.map(found -> found.decide(facts, isAsking(found, facts), trail))
        .or(
            () ->
                ExtAuthzFilter.ofHttp(filter, facts)
                    .map(
                        found ->
                            asks
                                ? found.decide(facts, resources, trail)
                                : found.withoutRoute(facts, trail)));
  }

  private boolean isAsking(RbacFilter rbac, AccessFacts facts) {
    return filters.stream()
        .flatMap(filter -> ExtAuthzFilter.ofHttp(filter, facts).stream())
        .anyMatch(filter -> filter.follows(rbac));
  }

  private Optional<CallResult> refused(FilterDecision decision) {
    decision.status().ifPresent(trail.result()::errorStatus);
    return decision.denial().map(denial -> trail.deny(CallError.ACCESS_DENIED, denial));
  }
}
