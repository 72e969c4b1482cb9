// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * A Kubernetes selector of namespaces by their labels (Istio reference: LabelSelector). All
 * requirements must hold.
 */
@AutoValue
public abstract class NamespaceSelector {
  NamespaceSelector() {}

  /** Labels and values that the namespace must have. Empty: no such requirement. */
  public abstract ImmutableMap<String, String> matchLabels();

  /** Further requirements. Empty: none. */
  public abstract ImmutableList<SelectorRequirement> matchExpressions();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_NamespaceSelector.Builder()
        .matchLabels(ImmutableMap.of())
        .matchExpressions(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link NamespaceSelector}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link NamespaceSelector#matchLabels()}. */
    public abstract Builder matchLabels(Map<String, String> matchLabels);

    /** See {@link NamespaceSelector#matchExpressions()}. */
    public abstract Builder matchExpressions(List<SelectorRequirement> matchExpressions);

    /** See {@link NamespaceSelector#matchExpressions()}. */
    public abstract Builder matchExpressions(SelectorRequirement... matchExpressions);

    /** Builds the value. */
    public abstract NamespaceSelector build();
  }
}
