// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.model.Percent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One HTTP rule: what it matches and what happens to the request. Istio reference: HTTPRoute. Each
 * match gives one Envoy route; a redirect takes precedence over a direct response, which takes
 * precedence over forwarding, and a rule that matches everything ends the list.
 */
@AutoValue
public abstract class HttpRoute {
  HttpRoute() {}

  /**
   * Name of the rule, for logs; the route is called {@code rule.match}. Absent: the route has only
   * the name of the match, if that has one.
   */
  public abstract Optional<String> name();

  /**
   * Alternatives: the rule applies when any one of them matches. Empty: every request matches and
   * later rules are never reached.
   */
  public abstract ImmutableList<HttpMatch> match();

  /**
   * Where requests go, distributed by weight. Empty: the rule must redirect, answer directly or
   * delegate.
   */
  public abstract ImmutableList<HttpRouteDestination> route();

  /**
   * Answer with a redirect instead of forwarding; not allowed together with route, fault, rewrite
   * or direct response. Absent: no redirect.
   */
  public abstract Optional<Redirect> redirect();

  /**
   * Answer with a fixed response instead of forwarding; not allowed together with route, redirect,
   * fault or rewrite. Absent: no fixed response.
   */
  public abstract Optional<DirectResponse> directResponse();

  /**
   * Another VirtualService whose HTTP rules replace this one; one level only, and not together with
   * route or redirect. Absent: no delegation.
   */
  public abstract Optional<Delegate> delegate();

  /**
   * Changes of path or authority before the request is forwarded. Absent: both are sent on as they
   * came.
   */
  public abstract Optional<Rewrite> rewrite();

  /**
   * Time limit for the whole request, retries included, in whole milliseconds, at least 1 ms.
   * Absent: no limit (Envoy's own 15 s default never applies).
   */
  public abstract Optional<Duration> timeout();

  /**
   * When and how often a failed request is tried again. Absent: the mesh's default policy, which is
   * two retries for connection-level failures.
   */
  public abstract Optional<RetryPolicy> retries();

  /** Faults to inject on the client's side, for tests. Absent: none. */
  public abstract Optional<Fault> fault();

  /**
   * A destination that gets a copy of each request, its answers being thrown away; not allowed
   * together with mirrors. Absent: no copy.
   */
  public abstract Optional<Destination> mirror();

  /**
   * Destinations that each get copies of a fraction of requests. Empty: no copies apart from those
   * of mirror.
   */
  public abstract ImmutableList<Mirror> mirrors();

  /**
   * Deprecated whole percentage of requests to copy to mirror, 0 to 100; only used when
   * mirrorPercentage is absent, and 0 means no copies. Absent: 100.
   */
  public abstract OptionalLong mirrorPercent();

  /**
   * Percentage of requests to copy to mirror, 0 to 100; 0 means no copies. Absent: mirrorPercent,
   * else all requests.
   */
  public abstract Optional<Percent> mirrorPercentage();

  /**
   * Rules for requests from other origins (CORS). Absent: CORS requests are forwarded like any
   * other.
   */
  public abstract Optional<CorsPolicy> corsPolicy();

  /**
   * Changes of request and response headers for all destinations of the rule; a delegate that has
   * its own replaces them as a whole. Absent: none.
   */
  public abstract Optional<Headers> headers();

  /** A rule for all requests that earlier rules leave: it shares them out by weight. */
  public static HttpRoute of(HttpRouteDestination... route) {
    return builder().route(route).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_HttpRoute.Builder()
        .match(ImmutableList.of())
        .route(ImmutableList.of())
        .mirrors(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link HttpRoute}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link HttpRoute#name()}. */
    public abstract Builder name(String name);

    /** See {@link HttpRoute#name()}; empty clears it. */
    public abstract Builder name(Optional<String> name);

    /** See {@link HttpRoute#match()}. */
    public abstract Builder match(List<HttpMatch> match);

    /** See {@link HttpRoute#match()}. */
    public abstract Builder match(HttpMatch... match);

    /** See {@link HttpRoute#route()}. */
    public abstract Builder route(List<HttpRouteDestination> route);

    /** See {@link HttpRoute#route()}. */
    public abstract Builder route(HttpRouteDestination... route);

    /** See {@link HttpRoute#redirect()}. */
    public abstract Builder redirect(Redirect redirect);

    /** See {@link HttpRoute#redirect()}; empty clears it. */
    public abstract Builder redirect(Optional<Redirect> redirect);

    /** See {@link HttpRoute#directResponse()}. */
    public abstract Builder directResponse(DirectResponse directResponse);

    /** See {@link HttpRoute#directResponse()}; empty clears it. */
    public abstract Builder directResponse(Optional<DirectResponse> directResponse);

    /** See {@link HttpRoute#delegate()}. */
    public abstract Builder delegate(Delegate delegate);

    /** See {@link HttpRoute#delegate()}; empty clears it. */
    public abstract Builder delegate(Optional<Delegate> delegate);

    /** See {@link HttpRoute#rewrite()}. */
    public abstract Builder rewrite(Rewrite rewrite);

    /** See {@link HttpRoute#rewrite()}; empty clears it. */
    public abstract Builder rewrite(Optional<Rewrite> rewrite);

    /** See {@link HttpRoute#timeout()}. */
    public abstract Builder timeout(Duration timeout);

    /** See {@link HttpRoute#timeout()}; empty clears it. */
    public abstract Builder timeout(Optional<Duration> timeout);

    /** See {@link HttpRoute#retries()}. */
    public abstract Builder retries(RetryPolicy retries);

    /** See {@link HttpRoute#retries()}; empty clears it. */
    public abstract Builder retries(Optional<RetryPolicy> retries);

    /** See {@link HttpRoute#fault()}. */
    public abstract Builder fault(Fault fault);

    /** See {@link HttpRoute#fault()}; empty clears it. */
    public abstract Builder fault(Optional<Fault> fault);

    /** See {@link HttpRoute#mirror()}. */
    public abstract Builder mirror(Destination mirror);

    /** See {@link HttpRoute#mirror()}; empty clears it. */
    public abstract Builder mirror(Optional<Destination> mirror);

    /** See {@link HttpRoute#mirrors()}. */
    public abstract Builder mirrors(List<Mirror> mirrors);

    /** See {@link HttpRoute#mirrors()}. */
    public abstract Builder mirrors(Mirror... mirrors);

    /** See {@link HttpRoute#mirrorPercent()}. */
    public abstract Builder mirrorPercent(long mirrorPercent);

    /** See {@link HttpRoute#mirrorPercent()}; empty clears it. */
    public abstract Builder mirrorPercent(OptionalLong mirrorPercent);

    /** See {@link HttpRoute#mirrorPercentage()}. */
    public abstract Builder mirrorPercentage(Percent mirrorPercentage);

    /** See {@link HttpRoute#mirrorPercentage()}; empty clears it. */
    public abstract Builder mirrorPercentage(Optional<Percent> mirrorPercentage);

    /** See {@link HttpRoute#corsPolicy()}. */
    public abstract Builder corsPolicy(CorsPolicy corsPolicy);

    /** See {@link HttpRoute#corsPolicy()}; empty clears it. */
    public abstract Builder corsPolicy(Optional<CorsPolicy> corsPolicy);

    /** See {@link HttpRoute#headers()}. */
    public abstract Builder headers(Headers headers);

    /** See {@link HttpRoute#headers()}; empty clears it. */
    public abstract Builder headers(Optional<Headers> headers);

    /** Builds the value. */
    public abstract HttpRoute build();
  }
}
