// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.util.Map;

/** A namespace of the platform. */
@AutoValue
public abstract class NamespaceInfo {
  NamespaceInfo() {}

  /** The name. */
  public abstract String name();

  /** Labels. */
  public abstract ImmutableMap<String, String> labels();

  /** Annotations. */
  public abstract ImmutableMap<String, String> annotations();

  /** A namespace with these labels. */
  public static NamespaceInfo of(String name, Map<String, String> labels) {
    return builder().name(name).labels(labels).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_NamespaceInfo.Builder()
        .name("")
        .labels(ImmutableMap.of())
        .annotations(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link NamespaceInfo}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link NamespaceInfo#name()}. */
    public abstract Builder name(String name);

    /** See {@link NamespaceInfo#labels()}. */
    public abstract Builder labels(Map<String, String> labels);

    /** See {@link NamespaceInfo#annotations()}. */
    public abstract Builder annotations(Map<String, String> annotations);

    /** Builds the value. */
    public abstract NamespaceInfo build();
  }
}
