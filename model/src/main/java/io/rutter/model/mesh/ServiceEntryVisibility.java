// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Upper limit of the visibility of service entries (Istio reference: ServiceEntryVisibility). The
 * first policy whose rules all match decides.
 */
@AutoValue
public abstract class ServiceEntryVisibility {
  ServiceEntryVisibility() {}

  /** Visibility when no policy matches. Unset: PUBLIC. */
  public abstract Visibility defaultVisibility();

  /** Whether sidecars and gateways honour the limit. Default: false, only ambient proxies do. */
  public abstract boolean applyToSidecars();

  /** Policies in order. Empty: the default visibility applies to all. */
  public abstract ImmutableList<VisibilityPolicy> policies();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ServiceEntryVisibility.Builder()
        .defaultVisibility(Visibility.VISIBILITY_UNSPECIFIED)
        .applyToSidecars(false)
        .policies(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ServiceEntryVisibility}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ServiceEntryVisibility#defaultVisibility()}. */
    public abstract Builder defaultVisibility(Visibility defaultVisibility);

    /** See {@link ServiceEntryVisibility#applyToSidecars()}. */
    public abstract Builder applyToSidecars(boolean applyToSidecars);

    /** See {@link ServiceEntryVisibility#policies()}. */
    public abstract Builder policies(List<VisibilityPolicy> policies);

    /** See {@link ServiceEntryVisibility#policies()}. */
    public abstract Builder policies(VisibilityPolicy... policies);

    /** Builds the value. */
    public abstract ServiceEntryVisibility build();
  }
}
