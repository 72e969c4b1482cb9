// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

import com.google.auto.value.AutoValue;

/** A claim that the workload gets in a header (Istio reference: ClaimToHeader). */
@AutoValue
public abstract class ClaimToHeader {
  ClaimToHeader() {}

  /**
   * The name of the header: letters, digits, hyphens and underscores. Required; a request's own is
   * removed.
   */
  public abstract String header();

  /** The claim; dots lead to parts of it. Required. */
  public abstract String claim();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ClaimToHeader.Builder().header("").claim("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ClaimToHeader}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ClaimToHeader#header()}. */
    public abstract Builder header(String header);

    /** See {@link ClaimToHeader#claim()}. */
    public abstract Builder claim(String claim);

    /** Builds the value. */
    public abstract ClaimToHeader build();
  }
}
