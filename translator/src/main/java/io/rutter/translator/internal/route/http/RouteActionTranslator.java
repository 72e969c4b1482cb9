// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.rutter.model.mesh.proxyconfig.OptInHeader;
import io.rutter.model.mesh.proxyconfig.ProxyHeaders;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.Rewrite;
import io.rutter.translator.internal.proto.Durations;
import io.rutter.translator.internal.resolve.ProxyConfigs;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.Optional;

/**
 * The forwarding part of an {@link HttpRoute} to {@code RouteAction}. Defaults: no timeout; the
 * mesh's retries. Istio document: Virtual Service, {@code HTTPRoute}.
 */
public final class RouteActionTranslator {
  private RouteActionTranslator() {}

  /**
   * The action; absent where no destination gets any traffic.
   *
   * @param headers header changes of the route
   */
  static Optional<RouteAction> translate(
      HttpRoute rule, HeaderMutations headers, RouteContext context) {
    ImmutableList<HttpRouteDestination> destinations = withTraffic(rule);
    if (destinations.isEmpty()) {
      return Optional.empty();
    }
    RouteAction.Builder action = RouteAction.newBuilder();
    RouteTimeouts.limit(rule.timeout().map(Durations::of).orElse(Durations.ZERO), action);
    rule.rewrite().ifPresent(rewrite -> rewrite(rewrite, context.scope(), action));
    if (rule.mirror().isPresent() || !rule.mirrors().isEmpty()) {
      action.addAllRequestMirrorPolicies(MirrorTranslator.translate(rule, context));
    }
    rule.rewrite()
        .flatMap(Rewrite::authority)
        .or(headers::authority)
        .ifPresent(action::setHostRewriteLiteral);
    if (rule.route().size() == 1) {
      action.setCluster(DestinationClusters.of(destinations.get(0).destination(), context));
    } else {
      action.setWeightedClusters(WeightedClustersTranslator.translate(destinations, context));
    }
    boolean hashed = hash(rule, destinations, context.scope(), action);
    RetryPolicyTranslator.translate(
            rule.retries().or(() -> context.scope().settings().defaultHttpRetryPolicy()), hashed)
        .ifPresent(action::setRetryPolicy);
    return Optional.of(action.build());
  }

  /** Whether {@code X-Forwarded-Host} carries the original authority after a rewrite. */
  public static boolean appendsForwardedHost(ProxyScope scope) {
    return ProxyConfigs.of(scope)
        .proxyHeaders()
        .flatMap(ProxyHeaders::xForwardedHost)
        .flatMap(OptInHeader::enabled)
        .orElse(false);
  }

  /**
   * The destinations with traffic: a lone destination whatever its weight, else those with a
   * weight.
   */
  static ImmutableList<HttpRouteDestination> withTraffic(HttpRoute rule) {
    return rule.route().size() == 1
            || Iterables.all(rule.route(), destination -> destination.weight().orElse(0) != 0)
        ? rule.route()
        : rule.route().stream()
            .filter(destination -> destination.weight().orElse(0) != 0)
            .collect(toImmutableList());
  }

  private static void rewrite(Rewrite rewrite, ProxyScope scope, RouteAction.Builder action) {
    RewriteTranslator.translate(rewrite, action);
    action.setAppendXForwardedHost(appendsForwardedHost(scope));
  }

  /**
   * Adds a hash policy for each destination that has one; Envoy uses them whichever destination it
   * picks.
   *
   * @return whether retries should stay on the hashed host: for a lone destination only
   */
  private static boolean hash(
      HttpRoute rule,
      ImmutableList<HttpRouteDestination> destinations,
      ProxyScope scope,
      RouteAction.Builder action) {
    boolean hashed = false;
    for (HttpRouteDestination destination : destinations) {
      Optional<io.rutter.model.destinationrule.ConsistentHash> hash =
          ConsistentHashes.ofDestination(scope, destination.destination());
      hash.flatMap(HashPolicyTranslator::translate).ifPresent(action::addHashPolicy);
      hashed |= hash.isPresent();
    }
    return hashed && rule.route().size() == 1;
  }
}
