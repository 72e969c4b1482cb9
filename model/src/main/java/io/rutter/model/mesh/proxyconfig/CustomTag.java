// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** A tag of spans (Istio reference: Tracing.CustomTag). */
@AutoValue
public abstract class CustomTag {
  CustomTag() {}

  /** Source of the value. Absent: the tag is left out. */
  public abstract Optional<CustomTagSource> type();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_CustomTag.Builder();
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link CustomTag}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link CustomTag#type()}. */
    public abstract Builder type(CustomTagSource type);

    /** See {@link CustomTag#type()}; empty clears it. */
    public abstract Builder type(Optional<CustomTagSource> type);

    /** Builds the value. */
    public abstract CustomTag build();
  }
}
