// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** Body of a direct response. Istio reference: HTTPBody. */
@AutoValue
public abstract class HttpBody {
  HttpBody() {}

  /** The content of the body. Absent: no body. */
  public abstract Optional<HttpBodyContent> content();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_HttpBody.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link HttpBody}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link HttpBody#content()}. */
    public abstract Builder content(HttpBodyContent content);

    /** See {@link HttpBody#content()}; empty clears it. */
    public abstract Builder content(Optional<HttpBodyContent> content);

    /** Builds the value. */
    public abstract HttpBody build();
  }
}
