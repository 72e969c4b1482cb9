// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.calltest;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.problem.SourceLocation;
import io.rutter.model.virtualservice.Delegate;
import io.rutter.model.virtualservice.Fault;
import io.rutter.model.virtualservice.Headers;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.Redirect;
import io.rutter.model.virtualservice.Rewrite;
import java.util.Optional;

/**
 * A test of istio-config-validator: requests, and the parts of the HTTP rule of a VirtualService
 * that they should match, or should not. Read from a list {@code testCases}.
 */
@AutoValue
public abstract non-sealed class ConfigValidatorCase implements TestCase {
  ConfigValidatorCase() {}

  /** {@code description}. */
  @Override
  public abstract String name();

  /** Its position. */
  @Override
  public abstract SourceLocation location();

  /** Whether the rule must have each of the parts below, or must lack it. Absent: must lack it. */
  public abstract boolean wantMatch();

  /** Hosts of the requests. */
  public abstract ImmutableList<String> authorities();

  /** Methods of the requests. */
  public abstract ImmutableList<String> methods();

  /** Paths of the requests; one request for each combination. */
  public abstract ImmutableList<String> uris();

  /** Headers of all requests. */
  public abstract ImmutableMap<String, String> headers();

  /** The destinations. */
  public abstract Optional<ImmutableList<HttpRouteDestination>> route();

  /** The redirect. */
  public abstract Optional<Redirect> redirect();

  /** The rewrite. */
  public abstract Optional<Rewrite> rewrite();

  /** The fault. */
  public abstract Optional<Fault> fault();

  /** The header operations of the rule. */
  public abstract Optional<Headers> headerOperations();

  /** The delegate that the rule of the VirtualService with the host names. */
  public abstract Optional<Delegate> delegate();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ConfigValidatorCase.Builder()
        .wantMatch(false)
        .authorities(ImmutableList.of())
        .methods(ImmutableList.of())
        .uris(ImmutableList.of())
        .headers(ImmutableMap.of());
  }

  /** Builds a {@link ConfigValidatorCase}; required: {@code name}, {@code location}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ConfigValidatorCase#name()}. */
    public abstract Builder name(String name);

    /** See {@link ConfigValidatorCase#location()}. */
    public abstract Builder location(SourceLocation location);

    /** See {@link ConfigValidatorCase#wantMatch()}. */
    public abstract Builder wantMatch(boolean wantMatch);

    /** See {@link ConfigValidatorCase#authorities()}. */
    public abstract Builder authorities(ImmutableList<String> authorities);

    /** See {@link ConfigValidatorCase#methods()}. */
    public abstract Builder methods(ImmutableList<String> methods);

    /** See {@link ConfigValidatorCase#uris()}. */
    public abstract Builder uris(ImmutableList<String> uris);

    /** See {@link ConfigValidatorCase#headers()}. */
    public abstract Builder headers(ImmutableMap<String, String> headers);

    /** See {@link ConfigValidatorCase#route()}. */
    public abstract Builder route(ImmutableList<HttpRouteDestination> route);

    /** See {@link ConfigValidatorCase#route()}; empty clears it. */
    public abstract Builder route(Optional<ImmutableList<HttpRouteDestination>> route);

    /** See {@link ConfigValidatorCase#redirect()}. */
    public abstract Builder redirect(Redirect redirect);

    /** See {@link ConfigValidatorCase#redirect()}; empty clears it. */
    public abstract Builder redirect(Optional<Redirect> redirect);

    /** See {@link ConfigValidatorCase#rewrite()}. */
    public abstract Builder rewrite(Rewrite rewrite);

    /** See {@link ConfigValidatorCase#rewrite()}; empty clears it. */
    public abstract Builder rewrite(Optional<Rewrite> rewrite);

    /** See {@link ConfigValidatorCase#fault()}. */
    public abstract Builder fault(Fault fault);

    /** See {@link ConfigValidatorCase#fault()}; empty clears it. */
    public abstract Builder fault(Optional<Fault> fault);

    /** See {@link ConfigValidatorCase#headerOperations()}. */
    public abstract Builder headerOperations(Headers headerOperations);

    /** See {@link ConfigValidatorCase#headerOperations()}; empty clears it. */
    public abstract Builder headerOperations(Optional<Headers> headerOperations);

    /** See {@link ConfigValidatorCase#delegate()}. */
    public abstract Builder delegate(Delegate delegate);

    /** See {@link ConfigValidatorCase#delegate()}; empty clears it. */
    public abstract Builder delegate(Optional<Delegate> delegate);

    /** Builds the value. */
    public abstract ConfigValidatorCase build();
  }
}
