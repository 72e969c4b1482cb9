// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/**
 * A named group of a service's endpoints, usually a version of it. Istio reference: Subset. Its
 * policy has no effect until a route sends traffic to the subset.
 */
@AutoValue
public abstract class Subset {
  Subset() {}

  /** Name that routes refer to, unique in the rule, of the form of a DNS label. */
  public abstract String name();

  /** Labels that an endpoint must have to belong to the subset. Empty: all endpoints belong. */
  public abstract ImmutableMap<String, String> labels();

  /**
   * Policy that overrides the rule's, block by block; settings for a port replace the four blocks
   * they can hold. Absent: the rule's policy.
   */
  public abstract Optional<TrafficPolicy> trafficPolicy();

  /** The endpoints that have these labels, under the policy of the rule. */
  public static Subset of(String name, Map<String, String> labels) {
    return builder().name(name).labels(labels).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Subset.Builder().name("").labels(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Subset}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Subset#name()}. */
    public abstract Builder name(String name);

    /** See {@link Subset#labels()}. */
    public abstract Builder labels(Map<String, String> labels);

    /** See {@link Subset#trafficPolicy()}. */
    public abstract Builder trafficPolicy(TrafficPolicy trafficPolicy);

    /** See {@link Subset#trafficPolicy()}; empty clears it. */
    public abstract Builder trafficPolicy(Optional<TrafficPolicy> trafficPolicy);

    /** Builds the value. */
    public abstract Subset build();
  }
}
