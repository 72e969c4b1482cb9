// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** One rule for opaque TCP connections. Istio reference: TCPRoute. */
@AutoValue
public abstract class TcpRoute {
  TcpRoute() {}

  /**
   * Alternatives: the rule applies when any one of them matches. Empty: every connection matches
   * and later rules are never reached.
   */
  public abstract ImmutableList<TcpMatch> match();

  /** Where connections go, distributed by weight, at least one. Empty: invalid. */
  public abstract ImmutableList<RouteDestination> route();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_TcpRoute.Builder().match(ImmutableList.of()).route(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link TcpRoute}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link TcpRoute#match()}. */
    public abstract Builder match(List<TcpMatch> match);

    /** See {@link TcpRoute#match()}. */
    public abstract Builder match(TcpMatch... match);

    /** See {@link TcpRoute#route()}. */
    public abstract Builder route(List<RouteDestination> route);

    /** See {@link TcpRoute#route()}. */
    public abstract Builder route(RouteDestination... route);

    /** Builds the value. */
    public abstract TcpRoute build();
  }
}
