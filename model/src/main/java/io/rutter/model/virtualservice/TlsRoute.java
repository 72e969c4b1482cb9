// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** One rule for TLS connections that are passed through. Istio reference: TLSRoute. */
@AutoValue
public abstract class TlsRoute {
  TlsRoute() {}

  /** Alternatives, at least one: the rule applies when any one of them matches. Empty: invalid. */
  public abstract ImmutableList<TlsMatch> match();

  /** Where connections go, distributed by weight, at least one. Empty: invalid. */
  public abstract ImmutableList<RouteDestination> route();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_TlsRoute.Builder().match(ImmutableList.of()).route(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link TlsRoute}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link TlsRoute#match()}. */
    public abstract Builder match(List<TlsMatch> match);

    /** See {@link TlsRoute#match()}. */
    public abstract Builder match(TlsMatch... match);

    /** See {@link TlsRoute#route()}. */
    public abstract Builder route(List<RouteDestination> route);

    /** See {@link TlsRoute#route()}. */
    public abstract Builder route(RouteDestination... route);

    /** Builds the value. */
    public abstract TlsRoute build();
  }
}
