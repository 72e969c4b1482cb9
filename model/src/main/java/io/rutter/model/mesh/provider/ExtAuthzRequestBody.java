// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.provider;

import com.google.auto.value.AutoValue;
import java.util.OptionalLong;

/**
 * How much of a body a deciding service gets (Istio reference:
 * EnvoyExternalAuthorizationRequestBody).
 */
@AutoValue
public abstract class ExtAuthzRequestBody {
  ExtAuthzRequestBody() {}

  /**
   * The most bytes that are kept for it; a longer request is answered with 413. Range: 1 to
   * 4294967295, absent is an error.
   */
  public abstract OptionalLong maxRequestBytes();

  /** Whether the service gets the beginning of a longer body instead. Default: false. */
  public abstract boolean allowPartialMessage();

  /** Whether a service of gRPC gets bytes and not text. Default: false; no effect with HTTP. */
  public abstract boolean packAsBytes();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ExtAuthzRequestBody.Builder()
        .allowPartialMessage(false)
        .packAsBytes(false);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link ExtAuthzRequestBody}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ExtAuthzRequestBody#maxRequestBytes()}. */
    public abstract Builder maxRequestBytes(long maxRequestBytes);

    /** See {@link ExtAuthzRequestBody#maxRequestBytes()}; empty clears it. */
    public abstract Builder maxRequestBytes(OptionalLong maxRequestBytes);

    /** See {@link ExtAuthzRequestBody#allowPartialMessage()}. */
    public abstract Builder allowPartialMessage(boolean allowPartialMessage);

    /** See {@link ExtAuthzRequestBody#packAsBytes()}. */
    public abstract Builder packAsBytes(boolean packAsBytes);

    /** Builds the value. */
    public abstract ExtAuthzRequestBody build();
  }
}
