// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.rutter.model.destinationrule.ConsistentHash;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.registry.Service;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import io.rutter.translator.internal.resolve.rule.PolicyPlaces;
import io.rutter.translator.internal.resolve.rule.RulePlace;
import io.rutter.translator.internal.resolve.rule.TrafficPolicies;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** What the parts of a route are made from: the rule, its match, its destinations, its fields. */
final class RouteOrigins {
  private final Route route;
  private final HttpRoute rule;
  private final RulePlace place;
  private final RouteContext context;

  private RouteOrigins(Route route, HttpRoute rule, RulePlace place, RouteContext context) {
    this.route = route;
    this.rule = rule;
    this.place = place;
    this.context = context;
  }

  /**
   * Tells what a route is made from.
   *
   * @param rule the position of the rule
   * @param match the position of the alternative of its match; absent if it has none
   */
  static void add(Route route, int rule, OptionalInt match, RouteContext context) {
    if (!context.scope().origins().areKept()) {
      return;
    }
    RouteOrigins origins =
        new RouteOrigins(
            route,
            context.virtualService().http().get(rule),
            context.scope().mesh().virtualServices().place(context.virtualService(), rule),
            context);
    origins.place.parts().forEach(part -> origins.add("", part));
    match.stream()
        .boxed()
        .flatMap(position -> origins.place.match(position).stream())
        .forEach(part -> origins.add("match", part));
    origins.fields();
    if (route.hasRoute()) {
      origins.forwarding();
    }
  }

  /** Tells what the route of a service without VirtualService is made from. */
  static void addDefault(ProxyScope scope, Route route, Service service, int port) {
    Origins origins = scope.origins();
    if (!origins.areKept()) {
      return;
    }
    origins.add(route, origins.places().port(service, port));
    if (route.getRoute().hasRetryPolicy()) {
      origins.add(route, "route.retryPolicy", origins.places().mesh("defaultHttpRetryPolicy"));
    }
    ConsistentHashes.ofService(scope, service, port)
        .flatMap(
            hash -> hash(scope, Optional.of(service), Optional.empty(), OptionalInt.of(port), hash))
        .ifPresent(part -> origins.add(route, "route.hashPolicy", part));
  }

  private void add(String part, ConfigPart from) {
    context.scope().origins().add(route, part, from);
  }

  private void field(boolean there, String part, String field, Predicate<HttpRoute> sets) {
    if (there && sets.test(rule)) {
      add(part, place.field(field, sets));
    }
  }

  /** What routes have whatever they do with requests. */
  private void fields() {
    field(route.hasRedirect(), "redirect", "redirect", from -> from.redirect().isPresent());
    field(
        route.hasDirectResponse(),
        "directResponse",
        "directResponse",
        from -> from.directResponse().isPresent());
    field(
        true, filter(HttpRouteTranslator.FAULT_FILTER), "fault", from -> from.fault().isPresent());
    field(
        true,
        filter(HttpRouteTranslator.CORS_FILTER),
        "corsPolicy",
        from -> from.corsPolicy().isPresent());
    Predicate<HttpRoute> headers = from -> from.headers().isPresent();
    field(route.getRequestHeadersToAddCount() > 0, "requestHeadersToAdd", "headers", headers);
    field(route.getRequestHeadersToRemoveCount() > 0, "requestHeadersToRemove", "headers", headers);
    field(route.getResponseHeadersToAddCount() > 0, "responseHeadersToAdd", "headers", headers);
    field(
        route.getResponseHeadersToRemoveCount() > 0, "responseHeadersToRemove", "headers", headers);
  }

  private static String filter(String name) {
    return "typedPerFilterConfig[\"" + name + "\"]";
  }

  private void forwarding() {
    field(true, "route.timeout", "timeout", from -> from.timeout().isPresent());
    Predicate<HttpRoute> rewrites = from -> from.rewrite().isPresent();
    field(
        !route.getRoute().getPrefixRewrite().isEmpty(), "route.prefixRewrite", "rewrite", rewrites);
    field(route.getRoute().hasRegexRewrite(), "route.regexRewrite", "rewrite", rewrites);
    if (!route.getRoute().getHostRewriteLiteral().isEmpty()) {
      boolean byRewrite = rule.rewrite().flatMap(rewrite -> rewrite.authority()).isPresent();
      field(
          true,
          "route.hostRewriteLiteral",
          byRewrite ? "rewrite" : "headers",
          byRewrite ? rewrites : from -> from.headers().isPresent());
    }
    boolean mirrored = route.getRoute().getRequestMirrorPoliciesCount() > 0;
    field(mirrored, "route.requestMirrorPolicies", "mirror", from -> from.mirror().isPresent());
    field(mirrored, "route.requestMirrorPolicies", "mirrors", from -> !from.mirrors().isEmpty());
    if (route.getRoute().hasRetryPolicy()) {
      add(
          "route.retryPolicy",
          rule.retries().isPresent()
              ? place.field("retries", from -> from.retries().isPresent())
              : context.scope().origins().places().mesh("defaultHttpRetryPolicy"));
    }
    destinations();
  }

  private void destinations() {
    List<HttpRouteDestination> all = rule.route();
    ImmutableList<HttpRouteDestination> used = RouteActionTranslator.withTraffic(rule);
    int from = 0;
    for (int i = 0; i < used.size(); i++) {
      int position = from + all.subList(from, all.size()).indexOf(used.get(i));
      from = position + 1;
      String part =
          route.getRoute().hasWeightedClusters()
              ? "route.weightedClusters.clusters[" + i + "]"
              : "route.cluster";
      add(part, place.ownField("route[" + position + "]"));
      hash(used.get(i).destination());
    }
  }

  private void hash(Destination destination) {
    ProxyScope scope = context.scope();
    Optional<Service> service = scope.sidecar().service(destination.host());
    ConsistentHashes.ofDestination(scope, destination)
        .flatMap(hash -> hash(scope, service, destination.subset(), destination.port(), hash))
        .ifPresent(part -> add("route.hashPolicy", part));
  }

  /** Where a hash is written. */
  private static Optional<ConfigPart> hash(
      ProxyScope scope,
      Optional<Service> service,
      Optional<String> subset,
      OptionalInt port,
      ConsistentHash hash) {
    Optional<MergedDestinationRule> merged = service.flatMap(scope::destinationRule);
    return merged.flatMap(
        rule ->
            PolicyPlaces.of(
                    scope.origins().places(),
                    rule,
                    subset.flatMap(name -> TrafficPolicies.subset(rule.rule(), name)),
                    port)
                .loadBalancer(loadBalancer -> has(loadBalancer, hash)));
  }

  private static boolean has(LoadBalancer loadBalancer, ConsistentHash hash) {
    return loadBalancer
        .policy()
        .filter(
            policy ->
                policy instanceof LoadBalancerPolicy.Hashed hashed && hashed.value().equals(hash))
        .isPresent();
  }
}
