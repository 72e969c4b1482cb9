// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.envoyproxy.envoy.config.route.v3.Route;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a call ended, and why: all choices up to that point. */
@AutoValue
public abstract class CallResult {
  /** Why a call does not come to those who decide whether it is allowed. */
  private static final ImmutableSet<CallError> UNREACHED =
      Sets.immutableEnumSet(
          CallError.NO_LISTENER,
          CallError.NO_FILTER_CHAIN,
          CallError.MULTIPLE_FILTER_CHAINS,
          CallError.INVALID_TLS,
          CallError.INVALID_MTLS,
          CallError.PROTOCOL_ERROR,
          CallError.BAD_REQUEST,
          CallError.UNSUPPORTED);

  CallResult() {}

  /** The name of the listener that accepted the connection. */
  public abstract Optional<String> listener();

  /** The name of the filter chain; an empty string if it has none. */
  public abstract Optional<String> filterChain();

  /** The name of the route configuration, if the listener refers to it by name (RDS). */
  public abstract Optional<String> routeConfiguration();

  /** The name of the virtual host. */
  public abstract Optional<String> virtualHost();

  /** The name of the route; an empty string if it has none. */
  public abstract Optional<String> route();

  /** The matched route itself. */
  public abstract Optional<Route> routeMessage();

  /** The name of the virtual cluster (a group in statistics) that the request counts for. */
  public abstract Optional<String> virtualCluster();

  /**
   * The clusters that may receive the call, in the order of the configuration; fractions add up to
   * 1.
   */
  public abstract ImmutableList<ClusterShare> clusters();

  /** The clusters that receive copies. */
  public abstract ImmutableList<MirrorShare> mirrors();

  /** The redirect that answers it. */
  public abstract Optional<RedirectAnswer> redirect();

  /** The direct response of the configuration. */
  public abstract Optional<DirectAnswer> directResponse();

  /** What the fault filter does to calls of this route. */
  public abstract Optional<InjectedFault> fault();

  /**
   * The request as a cluster receives it. Absent for TCP, and if no cluster receives it. Changes of
   * one of several weighted clusters are in its {@link ClusterShare} only.
   */
  public abstract Optional<UpstreamRequest> request();

  /** Changes of request headers by route, virtual host and configuration, in order. */
  public abstract ImmutableList<HeaderChange> requestHeaders();

  /** Changes of response headers by route, virtual host and configuration, in order. */
  public abstract ImmutableList<HeaderChange> responseHeaders();

  /** Why the call got no further. Absent: a cluster or Envoy itself answers it. */
  public abstract Optional<CallError> error();

  /** Who refused the call, if somebody did: then there is an {@link #error} too. */
  public abstract Optional<Denial> denial();

  /** The services that were asked whether the call is allowed, in order. */
  public abstract ImmutableList<ExternalCheck> externalChecks();

  /**
   * The HTTP status that Envoy answers with if there is an {@link #error}. Absent if the connection
   * ends without an answer, or without an error.
   */
  public abstract OptionalInt errorStatus();

  /** The fraction of such calls that ends this way: 1 unless a route has a runtime fraction. */
  public abstract double share();

  /** Where the other calls end, if {@link #share} is below 1. */
  public abstract Optional<CallResult> otherwise();

  /** Each choice on the way. */
  public abstract ImmutableList<Step> explanation();

  /** The configuration objects behind the choices, without repeats. */
  public abstract ImmutableList<Origin> origins();

  /** The cluster, if one receives all calls; empty for weighted clusters. */
  public final Optional<String> cluster() {
    return clusters().size() == 1 ? Optional.of(clusters().get(0).cluster()) : Optional.empty();
  }

  /** Whether the call is allowed, by those who decide that. */
  public final Access access() {
    if (denial().isPresent()) {
      return Access.DENIED;
    }
    if (error().filter(UNREACHED::contains).isPresent()) {
      return Access.UNREACHED;
    }
    return externalChecks().stream().allMatch(check -> check.answer().isPresent())
        ? Access.ALLOWED
        : Access.UNDETERMINED;
  }

  /** A builder of a result that got nowhere. */
  public static Builder builder() {
    return new AutoValue_CallResult.Builder()
        .clusters(ImmutableList.of())
        .mirrors(ImmutableList.of())
        .externalChecks(ImmutableList.of())
        .requestHeaders(ImmutableList.of())
        .responseHeaders(ImmutableList.of())
        .explanation(ImmutableList.of())
        .origins(ImmutableList.of())
        .share(1);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link CallResult}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link CallResult#listener()}. */
    public abstract Builder listener(String listener);

    /** See {@link CallResult#listener()}; empty clears it. */
    public abstract Builder listener(Optional<String> listener);

    /** See {@link CallResult#filterChain()}. */
    public abstract Builder filterChain(String filterChain);

    /** See {@link CallResult#filterChain()}; empty clears it. */
    public abstract Builder filterChain(Optional<String> filterChain);

    /** See {@link CallResult#routeConfiguration()}. */
    public abstract Builder routeConfiguration(String routeConfiguration);

    /** See {@link CallResult#routeConfiguration()}; empty clears it. */
    public abstract Builder routeConfiguration(Optional<String> routeConfiguration);

    /** See {@link CallResult#virtualHost()}. */
    public abstract Builder virtualHost(String virtualHost);

    /** See {@link CallResult#virtualHost()}; empty clears it. */
    public abstract Builder virtualHost(Optional<String> virtualHost);

    /** See {@link CallResult#route()}. */
    public abstract Builder route(String route);

    /** See {@link CallResult#route()}; empty clears it. */
    public abstract Builder route(Optional<String> route);

    /** See {@link CallResult#routeMessage()}. */
    public abstract Builder routeMessage(Route routeMessage);

    /** See {@link CallResult#routeMessage()}; empty clears it. */
    public abstract Builder routeMessage(Optional<Route> routeMessage);

    /** See {@link CallResult#virtualCluster()}. */
    public abstract Builder virtualCluster(Optional<String> virtualCluster);

    /** See {@link CallResult#virtualCluster()}. */
    public abstract Builder virtualCluster(String virtualCluster);

    /** See {@link CallResult#clusters()}. */
    public abstract Builder clusters(ImmutableList<ClusterShare> clusters);

    /** See {@link CallResult#mirrors()}. */
    public abstract Builder mirrors(ImmutableList<MirrorShare> mirrors);

    /** See {@link CallResult#redirect()}. */
    public abstract Builder redirect(RedirectAnswer redirect);

    /** See {@link CallResult#redirect()}; empty clears it. */
    public abstract Builder redirect(Optional<RedirectAnswer> redirect);

    /** See {@link CallResult#directResponse()}. */
    public abstract Builder directResponse(DirectAnswer directResponse);

    /** See {@link CallResult#directResponse()}; empty clears it. */
    public abstract Builder directResponse(Optional<DirectAnswer> directResponse);

    /** See {@link CallResult#fault()}. */
    public abstract Builder fault(Optional<InjectedFault> fault);

    /** See {@link CallResult#fault()}. */
    public abstract Builder fault(InjectedFault fault);

    /** See {@link CallResult#request()}. */
    public abstract Builder request(UpstreamRequest request);

    /** See {@link CallResult#request()}; empty clears it. */
    public abstract Builder request(Optional<UpstreamRequest> request);

    /** See {@link CallResult#requestHeaders()}. */
    public abstract Builder requestHeaders(ImmutableList<HeaderChange> requestHeaders);

    /** See {@link CallResult#responseHeaders()}. */
    public abstract Builder responseHeaders(ImmutableList<HeaderChange> responseHeaders);

    /** See {@link CallResult#error()}. */
    public abstract Builder error(CallError error);

    /** See {@link CallResult#error()}; empty clears it. */
    public abstract Builder error(Optional<CallError> error);

    /** See {@link CallResult#denial()}. */
    public abstract Builder denial(Denial denial);

    /** See {@link CallResult#denial()}; empty clears it. */
    public abstract Builder denial(Optional<Denial> denial);

    /** See {@link CallResult#externalChecks()}. */
    public abstract Builder externalChecks(ImmutableList<ExternalCheck> externalChecks);

    /** See {@link CallResult#errorStatus()}. */
    public abstract Builder errorStatus(int errorStatus);

    /** See {@link CallResult#errorStatus()}; empty clears it. */
    public abstract Builder errorStatus(OptionalInt errorStatus);

    /** See {@link CallResult#share()}. */
    public abstract Builder share(double share);

    /** See {@link CallResult#otherwise()}. */
    public abstract Builder otherwise(CallResult otherwise);

    /** See {@link CallResult#otherwise()}; empty clears it. */
    public abstract Builder otherwise(Optional<CallResult> otherwise);

    /** See {@link CallResult#explanation()}. */
    public abstract Builder explanation(ImmutableList<Step> explanation);

    /** See {@link CallResult#origins()}. */
    public abstract Builder origins(ImmutableList<Origin> origins);

    /** Builds the value. */
    public abstract CallResult build();
  }
}
