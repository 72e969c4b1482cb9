// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;

/** Normalisation of request paths (Istio reference: MeshConfig.ProxyPathNormalization). */
@AutoValue
public abstract class PathNormalization {
  PathNormalization() {}

  /** Degree of normalisation. Unset: DEFAULT. */
  public abstract PathNormalizationType normalization();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_PathNormalization.Builder().normalization(PathNormalizationType.DEFAULT);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link PathNormalization}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link PathNormalization#normalization()}. */
    public abstract Builder normalization(PathNormalizationType normalization);

    /** Builds the value. */
    public abstract PathNormalization build();
  }
}
