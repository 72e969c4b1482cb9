// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.diff;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import io.rutter.inspect.Call;
import io.rutter.inspect.CallMode;
import io.rutter.inspect.Origin;

/** Calls that end differently, all in the same way. */
@AutoValue
public abstract class BehaviourDifference {
  BehaviourDifference() {}

  /**
   * The proxies for which this is so, {@code NAME.NAMESPACE}, sorted: of the clients for calls that
   * leave a pod, of the servers for those that enter one, the gateways for those that come to them.
   */
  public abstract ImmutableList<String> proxies();

  /** How the calls reach these proxies. */
  public abstract CallMode direction();

  /**
   * What the client speaks, for people, for example {@code HTTP} and {@code HTTP over mutual TLS}.
   */
  public abstract ImmutableList<String> protocols();

  /**
   * What is called: virtual hosts by their names, else addresses and ports, or server names; at
   * least one.
   */
  public abstract ImmutableList<String> targets();

  /** Which calls to these: those that meet all of these conditions; empty: all. */
  public abstract ImmutableList<String> conditions();

  /**
   * Whether regular expressions are among the conditions, for which texts were guessed that match
   * them: that calls end so was checked for the {@link #example}, and there may be calls with these
   * conditions that end otherwise.
   */
  public abstract boolean sampled();

  /** What differs; at least one aspect. */
  public abstract ImmutableList<AspectDifference> changes();

  /** One of these calls, of which both ends were compared. */
  public abstract Call example();

  /** The configuration objects behind the end of the example before. */
  public abstract ImmutableList<Origin> causesBefore();

  /** The configuration objects behind the end of the example after. */
  public abstract ImmutableList<Origin> causesAfter();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_BehaviourDifference.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link BehaviourDifference}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link BehaviourDifference#proxies()}. */
    public abstract Builder proxies(ImmutableList<String> proxies);

    /** See {@link BehaviourDifference#direction()}. */
    public abstract Builder direction(CallMode direction);

    /** See {@link BehaviourDifference#protocols()}. */
    public abstract Builder protocols(ImmutableList<String> protocols);

    /** See {@link BehaviourDifference#targets()}. */
    public abstract Builder targets(ImmutableList<String> targets);

    /** See {@link BehaviourDifference#conditions()}. */
    public abstract Builder conditions(ImmutableList<String> conditions);

    /** See {@link BehaviourDifference#sampled()}. */
    public abstract Builder sampled(boolean sampled);

    /** See {@link BehaviourDifference#changes()}. */
    public abstract Builder changes(ImmutableList<AspectDifference> changes);

    /** See {@link BehaviourDifference#example()}. */
    public abstract Builder example(Call example);

    /** See {@link BehaviourDifference#causesBefore()}. */
    public abstract Builder causesBefore(ImmutableList<Origin> causes);

    /** See {@link BehaviourDifference#causesAfter()}. */
    public abstract Builder causesAfter(ImmutableList<Origin> causes);

    /** Builds the value. */
    public abstract BehaviourDifference build();
  }
}
