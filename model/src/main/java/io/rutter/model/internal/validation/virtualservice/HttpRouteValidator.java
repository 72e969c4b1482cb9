// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import io.rutter.model.StringMatch;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.Redirect;

/** Checks an {@link HttpRoute}. */
final class HttpRouteValidator {
  private HttpRouteValidator() {}

  static void validate(HttpRoute route, boolean inDelegate, boolean forMesh, Findings at) {
    checkAction(route, inDelegate, at);
    for (int i = 0; i < route.match().size(); i++) {
      HttpMatchValidator.validate(route.match().get(i), forMesh, at.at("match").at(i));
    }
    HttpRouteDestinationValidator.validate(route.route(), at.at("route"));
    route.timeout().ifPresent(t -> ValueRules.checkDuration(t, at.at("timeout")));
    route.retries().ifPresent(r -> RetryPolicyValidator.validate(r, at.at("retries")));
    route.fault().ifPresent(f -> FaultValidator.validate(f, at.at("fault")));
    route.corsPolicy().ifPresent(c -> CorsPolicyValidator.validate(c, at.at("corsPolicy")));
    route.redirect().ifPresent(r -> validateRedirect(route, r, at.at("redirect")));
    route
        .directResponse()
        .ifPresent(d -> DirectResponseValidator.validate(d, at.at("directResponse")));
    route.rewrite().ifPresent(r -> RewriteValidator.validate(r, at.at("rewrite")));
    route.headers().ifPresent(h -> HeadersValidator.validate(h, at.at("headers")));
    AuthorityRules.check(route, at);
    MirrorValidator.validate(route, at);
  }

  private static void checkAction(HttpRoute route, boolean inDelegate, Findings at) {
    if (route.delegate().isPresent()) {
      if (inDelegate) {
        at.at("delegate").conflicting("a delegate that delegates (expected: one level)");
      }
      if (!route.route().isEmpty()) {
        at.at("route").conflicting("route beside delegate (expected: one of them)");
      }
      if (route.redirect().isPresent()) {
        at.at("redirect").conflicting("redirect beside delegate (expected: one of them)");
      }
    } else if (route.route().isEmpty()
        && route.redirect().isEmpty()
        && route.directResponse().isEmpty()) {
      at.missing("no action (expected: route, redirect or directResponse)");
    }
    if (route.redirect().isPresent()) {
      checkAlone(route, "redirect", at);
      if (route.directResponse().isPresent()) {
        at.at("directResponse").conflicting("directResponse beside redirect (expected: one)");
      }
    }
    if (route.directResponse().isPresent()) {
      checkAlone(route, "directResponse", at);
    }
  }

  private static void checkAlone(HttpRoute route, String action, Findings at) {
    if (!route.route().isEmpty() && route.delegate().isEmpty()) {
      at.at("route").conflicting("route beside " + action + " (expected: one of them)");
    }
    if (route.fault().isPresent()) {
      at.at("fault").conflicting("fault beside " + action + " (expected: only with route)");
    }
    if (route.rewrite().isPresent()) {
      at.at("rewrite").conflicting("rewrite beside " + action + " (expected: only with route)");
    }
  }

  private static void validateRedirect(HttpRoute route, Redirect redirect, Findings at) {
    RedirectValidator.validate(redirect, at);
    if (redirect.prefixRewrite().isPresent()) {
      for (HttpMatch match : route.match()) {
        if (match.uri().isPresent() && match.uri().get().kind() != StringMatch.Kind.PREFIX) {
          at.at("prefixRewrite").conflicting("prefixRewrite (expected: only prefix matches)");
          return;
        }
      }
    }
  }
}
