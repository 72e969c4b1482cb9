// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers a request with a fixed response. Istio reference: HTTPDirectResponse. */
@AutoValue
public abstract class DirectResponse {
  DirectResponse() {}

  /** HTTP status of the response, required, 200 to 600. Absent or 0: invalid. */
  public abstract OptionalLong status();

  /** Body of the response, at most 1 MiB. Absent: no body. */
  public abstract Optional<HttpBody> body();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_DirectResponse.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link DirectResponse}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link DirectResponse#status()}. */
    public abstract Builder status(long status);

    /** See {@link DirectResponse#status()}; empty clears it. */
    public abstract Builder status(OptionalLong status);

    /** See {@link DirectResponse#body()}. */
    public abstract Builder body(HttpBody body);

    /** See {@link DirectResponse#body()}; empty clears it. */
    public abstract Builder body(Optional<HttpBody> body);

    /** Builds the value. */
    public abstract DirectResponse build();
  }
}
