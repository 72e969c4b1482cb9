// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** A rule on service entries (Istio reference: ServiceEntryVisibility.MatchRule). */
@AutoValue
public abstract class VisibilityRule {
  VisibilityRule() {}

  /**
   * Selector of the labels of the namespace of the entry. Absent: the rule never matches, so its
   * policy has no effect.
   */
  public abstract Optional<NamespaceSelector> namespaceSelector();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_VisibilityRule.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link VisibilityRule}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link VisibilityRule#namespaceSelector()}. */
    public abstract Builder namespaceSelector(NamespaceSelector namespaceSelector);

    /** See {@link VisibilityRule#namespaceSelector()}; empty clears it. */
    public abstract Builder namespaceSelector(Optional<NamespaceSelector> namespaceSelector);

    /** Builds the value. */
    public abstract VisibilityRule build();
  }
}
