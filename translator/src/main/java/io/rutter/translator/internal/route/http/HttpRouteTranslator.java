// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.envoyproxy.envoy.config.route.v3.RedirectAction;
import io.envoyproxy.envoy.config.route.v3.Route;
import io.envoyproxy.envoy.config.route.v3.RouteAction;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.translator.internal.proto.Anys;
import io.rutter.translator.internal.route.match.CatchAllRoutes;
import io.rutter.translator.internal.route.match.HttpMatchTranslator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@link HttpRoute} to {@code Route}s, one for each alternative of its match. A redirect takes
 * precedence over a direct response, which takes precedence over destinations; settings of
 * forwarding (timeout, retries, mirrors, rewrite) then have no effect. Istio document: Virtual
 * Service, {@code HTTPRoute}.
 */
final class HttpRouteTranslator {
  static final String FAULT_FILTER = "envoy.filters.http.fault";
  static final String CORS_FILTER = "envoy.filters.http.cors";

  private HttpRouteTranslator() {}

  /**
   * The routes in order of the alternatives. Alternatives whose static conditions do not hold for
   * the proxy are skipped, and so are all after a catch-all route.
   *
   * @param position of the rule in the VirtualService
   */
  static ImmutableList<Route> translate(int position, RouteContext context) {
    HttpRoute rule = context.virtualService().http().get(position);
    if (rule.match().isEmpty()) {
      return common(rule, context)
          .map(route -> ImmutableList.of(unconditional(rule, position, route, context)))
          .orElse(ImmutableList.of());
    }
    ImmutableList.Builder<Route> routes = ImmutableList.builder();
    Optional<Route.Builder> common = Optional.empty();
    for (int i = 0; i < rule.match().size(); i++) {
      HttpMatch match = rule.match().get(i);
      if (!StaticMatches.hold(match, context)) {
        continue;
      }
      common = common.or(() -> common(rule, context));
      if (common.isEmpty()) {
        return ImmutableList.of();
      }
      Route.Builder own = rule.match().size() == 1 ? common.get() : common.get().clone();
      Route route = conditional(rule, match, own, context);
      RouteOrigins.add(route, position, OptionalInt.of(i), context);
      routes.add(route);
      if (CatchAllRoutes.matchesEverything(route.getMatch())) {
        break;
      }
    }
    return routes.build();
  }

  private static Route unconditional(
      HttpRoute rule, int position, Route.Builder common, RouteContext context) {
    Route route =
        finish(common.setName(rule.name().orElse("")), HttpMatchTranslator.everything(), context);
    RouteOrigins.add(route, position, OptionalInt.empty(), context);
    return route;
  }

  private static Route conditional(
      HttpRoute rule, HttpMatch match, Route.Builder common, RouteContext context) {
    String name = rule.name().orElse("") + match.name().map(n -> "." + n).orElse("");
    return finish(
        common.setName(name).setStatPrefix(match.statPrefix().orElse("")),
        HttpMatchTranslator.translate(match, context.virtualService().metadata()),
        context);
  }

  private static Route finish(Route.Builder route, RouteMatch match, RouteContext context) {
    route.setMatch(match);
    return route.setDecorator(RouteDecorators.ofRoute(route, context)).build();
  }

  /** What all alternatives of a rule have in common; absent if the rule cannot be translated. */
  private static Optional<Route.Builder> common(HttpRoute rule, RouteContext context) {
    HeaderMutations headers = HeaderMutations.of(rule);
    Route.Builder route = Route.newBuilder().setMetadata(context.metadata());
    headers(headers, route);
    if (!action(rule, headers, context, route)) {
      return Optional.empty();
    }
    rule.fault().map(FaultTranslator::translate).ifPresent(f -> filter(FAULT_FILTER, f, route));
    rule.corsPolicy()
        .map(CorsPolicyTranslator::translate)
        .ifPresent(cors -> filter(CORS_FILTER, cors, route));
    if (context.http3()) {
      route.addResponseHeadersToAdd(alternativeService(context.port()));
    }
    return Optional.of(route);
  }

  /** Sets the action; returns false if there is none. */
  private static boolean action(
      HttpRoute rule, HeaderMutations headers, RouteContext context, Route.Builder route) {
    if (rule.redirect().isPresent()) {
      Optional<RedirectAction> redirect =
          RedirectTranslator.translate(
              rule.redirect().get(), context.port(), context.tls() ? "https" : "http");
      if (redirect.isEmpty()) {
        context.notTranslated(
            "spec.http",
            "redirectCode: "
                + rule.redirect().get().redirectCode().orElse(0)
                + " (expected: 301, 302, 303, 307 or 308)");
      }
      redirect.ifPresent(route::setRedirect);
      return redirect.isPresent();
    }
    if (rule.directResponse().isPresent()) {
      route.setDirectResponse(
          DirectResponseTranslator.translate(rule.directResponse().get(), context));
      return true;
    }
    Optional<RouteAction> action = RouteActionTranslator.translate(rule, headers, context);
    if (action.isEmpty()) {
      context.notTranslated("spec.http", "route: no destination with a weight (expected: one)");
    }
    action.ifPresent(route::setRoute);
    return action.isPresent();
  }

  private static void headers(HeaderMutations headers, Route.Builder route) {
    if (headers.equals(HeaderMutations.NONE)) {
      return;
    }
    route
        .addAllRequestHeadersToAdd(headers.requestAdd())
        .addAllRequestHeadersToRemove(headers.requestRemove())
        .addAllResponseHeadersToAdd(headers.responseAdd())
        .addAllResponseHeadersToRemove(headers.responseRemove());
  }

  private static void filter(String name, Message config, Route.Builder route) {
    route.putTypedPerFilterConfig(name, Anys.pack(config));
  }

  /** The header that advertises HTTP/3 on the same port, valid for a day. */
  private static HeaderValueOption alternativeService(int port) {
    return HeaderValueOption.newBuilder()
        .setHeader(
            HeaderValue.newBuilder().setKey("alt-svc").setValue("h3=\":" + port + "\"; ma=86400"))
        .setAppendAction(HeaderAppendAction.APPEND_IF_EXISTS_OR_ADD)
        .build();
  }
}
