// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;

/**
 * The extension provider that a policy asks (Istio reference:
 * AuthorizationPolicy.ExtensionProvider).
 */
@AutoValue
public abstract class AuthorizationProvider {
  AuthorizationProvider() {}

  /**
   * The name of an {@code extensionProviders} of MeshConfig that is {@code envoyExtAuthzHttp} or
   * {@code envoyExtAuthzGrpc}. Empty is an error.
   */
  public abstract String name();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_AuthorizationProvider.Builder().name("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link AuthorizationProvider}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link AuthorizationProvider#name()}. */
    public abstract Builder name(String name);

    /** Builds the value. */
    public abstract AuthorizationProvider build();
  }
}
