// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** Names of the providers in use by default (Istio reference: MeshConfig.DefaultProviders). */
@AutoValue
public abstract class DefaultProviders {
  DefaultProviders() {}

  /** Tracing providers; the first usable one counts. Empty: none. */
  public abstract ImmutableList<String> tracing();

  /**
   * Metrics providers; {@code prometheus} adds a filter that only the Istio proxy has. Empty: none.
   */
  public abstract ImmutableList<String> metrics();

  /** Access log providers; they take the place of {@code accessLogFile}. Empty: none. */
  public abstract ImmutableList<String> accessLogging();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_DefaultProviders.Builder()
        .tracing(ImmutableList.of())
        .metrics(ImmutableList.of())
        .accessLogging(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link DefaultProviders}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link DefaultProviders#tracing()}. */
    public abstract Builder tracing(List<String> tracing);

    /** See {@link DefaultProviders#tracing()}. */
    public abstract Builder tracing(String... tracing);

    /** See {@link DefaultProviders#metrics()}. */
    public abstract Builder metrics(List<String> metrics);

    /** See {@link DefaultProviders#metrics()}. */
    public abstract Builder metrics(String... metrics);

    /** See {@link DefaultProviders#accessLogging()}. */
    public abstract Builder accessLogging(List<String> accessLogging);

    /** See {@link DefaultProviders#accessLogging()}. */
    public abstract Builder accessLogging(String... accessLogging);

    /** Builds the value. */
    public abstract DefaultProviders build();
  }
}
