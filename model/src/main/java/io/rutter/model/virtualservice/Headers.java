// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** Header changes in both directions. Istio reference: Headers. */
@AutoValue
public abstract class Headers {
  Headers() {}

  /** Changes of the request before it is forwarded. Absent: none. */
  public abstract Optional<HeaderOperations> request();

  /** Changes of the response before it is returned to the caller. Absent: none. */
  public abstract Optional<HeaderOperations> response();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_Headers.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link Headers}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link Headers#request()}. */
    public abstract Builder request(HeaderOperations request);

    /** See {@link Headers#request()}; empty clears it. */
    public abstract Builder request(Optional<HeaderOperations> request);

    /** See {@link Headers#response()}. */
    public abstract Builder response(HeaderOperations response);

    /** See {@link Headers#response()}; empty clears it. */
    public abstract Builder response(Optional<HeaderOperations> response);

    /** Builds the value. */
    public abstract Headers build();
  }
}
