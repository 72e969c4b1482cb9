// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Visibility of service entries that match all rules (Istio reference:
 * ServiceEntryVisibility.Policy).
 */
@AutoValue
public abstract class VisibilityPolicy {
  VisibilityPolicy() {}

  /** The visibility. Unset: PUBLIC. */
  public abstract Visibility visibility();

  /** Rules that must all match. Empty: matches every service entry. */
  public abstract ImmutableList<VisibilityRule> matchingRules();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_VisibilityPolicy.Builder()
        .visibility(Visibility.VISIBILITY_UNSPECIFIED)
        .matchingRules(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link VisibilityPolicy}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link VisibilityPolicy#visibility()}. */
    public abstract Builder visibility(Visibility visibility);

    /** See {@link VisibilityPolicy#matchingRules()}. */
    public abstract Builder matchingRules(List<VisibilityRule> matchingRules);

    /** See {@link VisibilityPolicy#matchingRules()}. */
    public abstract Builder matchingRules(VisibilityRule... matchingRules);

    /** Builds the value. */
    public abstract VisibilityPolicy build();
  }
}
