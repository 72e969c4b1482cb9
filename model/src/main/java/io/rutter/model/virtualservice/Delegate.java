// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * Names the delegate VirtualService whose HTTP rules replace the rule that refers to it. Istio
 * reference: Delegate. The named document must have no hosts and be exported to the namespace of
 * the one that refers to it, else the rule is dropped.
 */
@AutoValue
public abstract class Delegate {
  Delegate() {}

  /** Name of the delegate. Absent: nothing is found and the rule is dropped. */
  public abstract Optional<String> name();

  /** Namespace of the delegate. Absent: that of the document which refers to it. */
  public abstract Optional<String> namespace();

  /** The VirtualService of that name. */
  public static Delegate of(String namespace, String name) {
    return builder().namespace(namespace).name(name).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Delegate.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Delegate}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Delegate#name()}. */
    public abstract Builder name(String name);

    /** See {@link Delegate#name()}; empty clears it. */
    public abstract Builder name(Optional<String> name);

    /** See {@link Delegate#namespace()}. */
    public abstract Builder namespace(String namespace);

    /** See {@link Delegate#namespace()}; empty clears it. */
    public abstract Builder namespace(Optional<String> namespace);

    /** Builds the value. */
    public abstract Delegate build();
  }
}
