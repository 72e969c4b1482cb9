// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/**
 * A named provider of logging, tracing or secrets (Istio reference: MeshConfig.ExtensionProvider).
 */
@AutoValue
public abstract class ExtensionProvider {
  ExtensionProvider() {}

  /** Unique name that other settings refer to. Required: a missing name is an error. */
  public abstract String name();

  /** Kind of the provider with its settings. Absent: the provider has no effect. */
  public abstract Optional<ProviderKind> provider();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ExtensionProvider.Builder().name("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link ExtensionProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ExtensionProvider#name()}. */
    public abstract Builder name(String name);

    /** See {@link ExtensionProvider#provider()}. */
    public abstract Builder provider(ProviderKind provider);

    /** See {@link ExtensionProvider#provider()}; empty clears it. */
    public abstract Builder provider(Optional<ProviderKind> provider);

    /** Builds the value. */
    public abstract ExtensionProvider build();
  }
}
