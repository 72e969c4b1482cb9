// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.serviceentry;

import com.google.auto.value.AutoValue;
import java.util.Optional;

/** One automatically allocated address of a host (Istio reference: ServiceEntryAddress). */
@AutoValue
public abstract class ServiceEntryAddress {
  ServiceEntryAddress() {}

  /** The allocated IP address. Missing: the entry has no effect. */
  public abstract String value();

  /**
   * Host of the service entry that the address belongs to. Absent: the address is tied to no single
   * host.
   */
  public abstract Optional<String> host();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_ServiceEntryAddress.Builder().value("");
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link ServiceEntryAddress}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link ServiceEntryAddress#value()}. */
    public abstract Builder value(String value);

    /** See {@link ServiceEntryAddress#host()}. */
    public abstract Builder host(String host);

    /** See {@link ServiceEntryAddress#host()}; empty clears it. */
    public abstract Builder host(Optional<String> host);

    /** Builds the value. */
    public abstract ServiceEntryAddress build();
  }
}
