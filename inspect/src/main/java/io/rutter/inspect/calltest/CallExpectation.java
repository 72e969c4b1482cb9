// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.inspect.Access;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The expected result of a call. Absent fields are not compared; an empty string means "none". */
@AutoValue
public abstract class CallExpectation {
  CallExpectation() {}

  /** Name of the listener. */
  public abstract Optional<String> listener();

  /** Name of the filter chain. */
  public abstract Optional<String> filterChain();

  /** Name of the route configuration. */
  public abstract Optional<String> routeConfiguration();

  /** Name of the virtual host. */
  public abstract Optional<String> virtualHost();

  /** Name of the route. */
  public abstract Optional<String> route();

  /** Name of the virtual cluster. */
  public abstract Optional<String> virtualCluster();

  /** Name of the cluster that receives all calls. */
  public abstract Optional<String> cluster();

  /** All clusters with their percentages. */
  public abstract Optional<ImmutableMap<String, Double>> clusters();

  /** All clusters that receive copies, with their percentages. */
  public abstract Optional<ImmutableMap<String, Double>> mirrors();

  /** The redirect. */
  public abstract Optional<Redirect> redirect();

  /** The direct response. */
  public abstract Optional<DirectResponse> directResponse();

  /** The injected fault. */
  public abstract Optional<Fault> fault();

  /** Authority as the cluster receives it. */
  public abstract Optional<String> host();

  /** Path and query as the cluster receives them. */
  public abstract Optional<String> path();

  /** Headers as the cluster receives them, by name in lower case. */
  public abstract ImmutableMap<String, HeaderExpectation> requestHeaders();

  /** Headers that the configuration sets on the answer, by name in lower case. */
  public abstract ImmutableMap<String, HeaderExpectation> responseHeaders();

  /** Why the call goes nowhere, for example {@code no route matched}. */
  public abstract Optional<String> error();

  /** Whether the filters that decide who may call let the call through. */
  public abstract Optional<Access> access();

  /**
   * Who refuses the call: {@code KIND/NAMESPACE/NAME} of an object behind the refusal, with {@code
   * rule N} after it if a rule is meant.
   */
  public abstract Optional<String> deniedBy();

  /** The status that Envoy answers with itself: of an error, a redirect or a direct response. */
  public abstract OptionalInt status();

  /** Objects, as {@code KIND/NAMESPACE/NAME}, that must be among those behind the result. */
  public abstract ImmutableList<String> configuredBy();

  /**
   * A redirect.
   *
   * @param location the whole location header; absent: any
   * @param status the status; absent: any
   */
  public record Redirect(Optional<String> location, OptionalInt status) {}

  /**
   * A direct response.
   *
   * @param status the status; absent: any
   * @param body the body; absent: any
   */
  public record DirectResponse(OptionalInt status, Optional<String> body) {}

  /**
   * An injected fault; absent fields are not compared.
   *
   * @param delay how long calls are delayed
   * @param delayPercent the percentage of delayed calls
   * @param abortStatus the HTTP status that calls are answered with
   * @param abortGrpcStatus the gRPC status that calls are answered with
   * @param abortPercent the percentage of aborted calls
   */
  public record Fault(
      Optional<Duration> delay,
      OptionalDouble delayPercent,
      OptionalInt abortStatus,
      OptionalInt abortGrpcStatus,
      OptionalDouble abortPercent) {}

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_CallExpectation.Builder()
        .requestHeaders(ImmutableMap.of())
        .responseHeaders(ImmutableMap.of())
        .configuredBy(ImmutableList.of());
  }

  /** Builds a {@link CallExpectation}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link CallExpectation#listener()}. */
    public abstract Builder listener(String listener);

    /** See {@link CallExpectation#listener()}; empty clears it. */
    public abstract Builder listener(Optional<String> listener);

    /** See {@link CallExpectation#filterChain()}. */
    public abstract Builder filterChain(String filterChain);

    /** See {@link CallExpectation#filterChain()}; empty clears it. */
    public abstract Builder filterChain(Optional<String> filterChain);

    /** See {@link CallExpectation#routeConfiguration()}. */
    public abstract Builder routeConfiguration(String routeConfiguration);

    /** See {@link CallExpectation#routeConfiguration()}; empty clears it. */
    public abstract Builder routeConfiguration(Optional<String> routeConfiguration);

    /** See {@link CallExpectation#virtualHost()}. */
    public abstract Builder virtualHost(String virtualHost);

    /** See {@link CallExpectation#virtualHost()}; empty clears it. */
    public abstract Builder virtualHost(Optional<String> virtualHost);

    /** See {@link CallExpectation#route()}. */
    public abstract Builder route(String route);

    /** See {@link CallExpectation#route()}; empty clears it. */
    public abstract Builder route(Optional<String> route);

    /** See {@link CallExpectation#virtualCluster()}. */
    public abstract Builder virtualCluster(String virtualCluster);

    /** See {@link CallExpectation#virtualCluster()}; empty clears it. */
    public abstract Builder virtualCluster(Optional<String> virtualCluster);

    /** See {@link CallExpectation#cluster()}. */
    public abstract Builder cluster(String cluster);

    /** See {@link CallExpectation#cluster()}; empty clears it. */
    public abstract Builder cluster(Optional<String> cluster);

    /** See {@link CallExpectation#clusters()}. */
    public abstract Builder clusters(ImmutableMap<String, Double> clusters);

    /** See {@link CallExpectation#clusters()}; empty clears it. */
    public abstract Builder clusters(Optional<ImmutableMap<String, Double>> clusters);

    /** See {@link CallExpectation#mirrors()}. */
    public abstract Builder mirrors(ImmutableMap<String, Double> mirrors);

    /** See {@link CallExpectation#mirrors()}; empty clears it. */
    public abstract Builder mirrors(Optional<ImmutableMap<String, Double>> mirrors);

    /** See {@link CallExpectation#redirect()}. */
    public abstract Builder redirect(Redirect redirect);

    /** See {@link CallExpectation#redirect()}; empty clears it. */
    public abstract Builder redirect(Optional<Redirect> redirect);

    /** See {@link CallExpectation#directResponse()}. */
    public abstract Builder directResponse(DirectResponse directResponse);

    /** See {@link CallExpectation#directResponse()}; empty clears it. */
    public abstract Builder directResponse(Optional<DirectResponse> directResponse);

    /** See {@link CallExpectation#fault()}. */
    public abstract Builder fault(Fault fault);

    /** See {@link CallExpectation#fault()}; empty clears it. */
    public abstract Builder fault(Optional<Fault> fault);

    /** See {@link CallExpectation#host()}. */
    public abstract Builder host(String host);

    /** See {@link CallExpectation#host()}; empty clears it. */
    public abstract Builder host(Optional<String> host);

    /** See {@link CallExpectation#path()}. */
    public abstract Builder path(String path);

    /** See {@link CallExpectation#path()}; empty clears it. */
    public abstract Builder path(Optional<String> path);

    /** See {@link CallExpectation#requestHeaders()}. */
    public abstract Builder requestHeaders(ImmutableMap<String, HeaderExpectation> requestHeaders);

    /** See {@link CallExpectation#responseHeaders()}. */
    public abstract Builder responseHeaders(
        ImmutableMap<String, HeaderExpectation> responseHeaders);

    /** See {@link CallExpectation#error()}. */
    public abstract Builder error(String error);

    /** See {@link CallExpectation#error()}; empty clears it. */
    public abstract Builder error(Optional<String> error);

    /** See {@link CallExpectation#access()}. */
    public abstract Builder access(Access access);

    /** See {@link CallExpectation#access()}; empty clears it. */
    public abstract Builder access(Optional<Access> access);

    /** See {@link CallExpectation#deniedBy()}. */
    public abstract Builder deniedBy(String deniedBy);

    /** See {@link CallExpectation#deniedBy()}; empty clears it. */
    public abstract Builder deniedBy(Optional<String> deniedBy);

    /** See {@link CallExpectation#status()}. */
    public abstract Builder status(int status);

    /** See {@link CallExpectation#status()}; empty clears it. */
    public abstract Builder status(OptionalInt status);

    /** See {@link CallExpectation#configuredBy()}. */
    public abstract Builder configuredBy(ImmutableList<String> configuredBy);

    /** Builds the value. */
    public abstract CallExpectation build();
  }
}
