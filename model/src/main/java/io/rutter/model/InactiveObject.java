// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of the input that is not translated: because of its kind, or because of an error. It
 * affects no resource; it only keeps analysis from reporting as missing what such an object is,
 * creates or names.
 */
@AutoValue
public abstract class InactiveObject {
  InactiveObject() {}

  /** Its kind, namespace and name, for example {@code Gateway/default/public}. */
  public abstract ConfigKey key();

  /** Its API group and version, for example {@code gateway.networking.k8s.io/v1}. */
  public abstract String apiVersion();

  /**
   * The strings in it that may be names of other objects, such as the {@code secretName} of a
   * Certificate. Default: none.
   */
  public abstract ImmutableSet<String> texts();

  /** The labels of each sort of pods that it is or makes. Default: none. */
  public abstract ImmutableList<ImmutableMap<String, String>> podLabels();

  /** A builder; required: {@code key} and {@code apiVersion}. */
  public static Builder builder() {
    return new AutoValue_InactiveObject.Builder()
        .texts(ImmutableSet.of())
        .podLabels(ImmutableList.of());
  }

  /** Builds an {@link InactiveObject}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link InactiveObject#key()}. */
    public abstract Builder key(ConfigKey key);

    /** See {@link InactiveObject#apiVersion()}. */
    public abstract Builder apiVersion(String apiVersion);

    /** See {@link InactiveObject#texts()}. */
    public abstract Builder texts(Set<String> texts);

    abstract Builder podLabels(ImmutableList<ImmutableMap<String, String>> labels);

    /** See {@link InactiveObject#podLabels()}. */
    @CanIgnoreReturnValue
    public final Builder podLabels(List<? extends Map<String, String>> labels) {
      return podLabels(labels.stream().map(ImmutableMap::copyOf).collect(toImmutableList()));
    }

    /** Builds the value. */
    public abstract InactiveObject build();
  }
}
