// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Identity of a configuration object, as in Kubernetes' {@code metadata}.
 *
 * <p>The creation time decides which of two competing objects wins (the older one); objects without
 * one are all equally old, and then the name and the namespace decide.
 */
@AutoValue
public abstract class ObjectMeta {
  ObjectMeta() {}

  /** Name, unique per kind and namespace. */
  public abstract String name();

  /** Namespace. Default: {@code default}. */
  public abstract String namespace();

  /** When the object came to be. Absent: equally old as every other object without a time. */
  public abstract Optional<Instant> creationTimestamp();

  /** Labels, in input order. */
  public abstract ImmutableMap<String, String> labels();

  /** Annotations, in input order. */
  public abstract ImmutableMap<String, String> annotations();

  /** The identity of an object without labels, annotations or creation time. */
  public static ObjectMeta of(String namespace, String name) {
    return builder().namespace(namespace).name(name).build();
  }

  /** A builder with the namespace {@code default} and nothing else set. */
  public static Builder builder() {
    return new AutoValue_ObjectMeta.Builder()
        .namespace("default")
        .labels(ImmutableMap.of())
        .annotations(ImmutableMap.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link ObjectMeta}; {@code name} is required. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ObjectMeta#name()}. */
    public abstract Builder name(String name);

    /** See {@link ObjectMeta#namespace()}. */
    public abstract Builder namespace(String namespace);

    /** See {@link ObjectMeta#creationTimestamp()}. */
    public abstract Builder creationTimestamp(Instant creationTimestamp);

    /** See {@link ObjectMeta#creationTimestamp()}; empty clears it. */
    public abstract Builder creationTimestamp(Optional<Instant> creationTimestamp);

    /** See {@link ObjectMeta#labels()}. */
    public abstract Builder labels(Map<String, String> labels);

    /** See {@link ObjectMeta#annotations()}. */
    public abstract Builder annotations(Map<String, String> annotations);

    /** Builds the value. */
    public abstract ObjectMeta build();
  }
}
