// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** A requirement on one label (Istio reference: LabelSelectorRequirement). */
@AutoValue
public abstract class SelectorRequirement {
  SelectorRequirement() {}

  /** The label key. Required: a missing key is an error. */
  public abstract String key();

  /**
   * {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}. Required: a missing operator
   * is an error.
   */
  public abstract String operator();

  /**
   * Values for {@code In} and {@code NotIn}; must be empty with the other operators. Empty: no
   * value.
   */
  public abstract ImmutableList<String> values();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_SelectorRequirement.Builder()
        .key("")
        .operator("")
        .values(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link SelectorRequirement}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link SelectorRequirement#key()}. */
    public abstract Builder key(String key);

    /** See {@link SelectorRequirement#operator()}. */
    public abstract Builder operator(String operator);

    /** See {@link SelectorRequirement#values()}. */
    public abstract Builder values(List<String> values);

    /** See {@link SelectorRequirement#values()}. */
    public abstract Builder values(String... values);

    /** Builds the value. */
    public abstract SelectorRequirement build();
  }
}
