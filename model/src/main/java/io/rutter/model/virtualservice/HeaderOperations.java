// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;

/**
 * Headers to set, add and remove, in this order. Istio reference: Headers.HeaderOperations. In
 * requests {@code host} and {@code :authority} rewrite the authority instead; all other names that
 * begin with a colon, and {@code host} in responses, have no effect.
 */
@AutoValue
public abstract class HeaderOperations {
  HeaderOperations() {}

  /** Header values that replace existing ones, by header name. Empty: nothing is replaced. */
  public abstract ImmutableMap<String, String> set();

  /** Header values to append to existing ones, by header name. Empty: nothing is added. */
  public abstract ImmutableMap<String, String> add();

  /**
   * Names of headers to remove; {@code host} and names that begin with a colon cannot be removed.
   * Empty: nothing is removed.
   */
  public abstract ImmutableList<String> remove();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_HeaderOperations.Builder()
        .set(ImmutableMap.of())
        .add(ImmutableMap.of())
        .remove(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link HeaderOperations}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link HeaderOperations#set()}. */
    public abstract Builder set(Map<String, String> set);

    /** See {@link HeaderOperations#add()}. */
    public abstract Builder add(Map<String, String> add);

    /** See {@link HeaderOperations#remove()}. */
    public abstract Builder remove(List<String> remove);

    /** See {@link HeaderOperations#remove()}. */
    public abstract Builder remove(String... remove);

    /** Builds the value. */
    public abstract HeaderOperations build();
  }
}
