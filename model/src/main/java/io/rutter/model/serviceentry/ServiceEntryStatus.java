// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.serviceentry;

import com.google.auto.value.AutoValue;
import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The part of the status of a service entry that changes the output: automatically allocated
 * addresses (Istio reference: ServiceEntryStatus).
 */
@AutoValue
public abstract class ServiceEntryStatus {
  ServiceEntryStatus() {}

  /**
   * Allocated virtual IP addresses, used by proxies with DNS capture when the entry has no
   * addresses of its own. Empty: no address is allocated.
   */
  public abstract ImmutableList<ServiceEntryAddress> addresses();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ServiceEntryStatus.Builder().addresses(ImmutableList.of());
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ServiceEntryStatus}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ServiceEntryStatus#addresses()}. */
    public abstract Builder addresses(List<ServiceEntryAddress> addresses);

    /** See {@link ServiceEntryStatus#addresses()}. */
    public abstract Builder addresses(ServiceEntryAddress... addresses);

    /** Builds the value. */
    public abstract ServiceEntryStatus build();
  }
}
