// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.sidecar;

import com.google.auto.value.AutoValue;
import io.rutter.model.virtualservice.Destination;
import java.util.Optional;

/**
 * Treatment of traffic to unknown destinations, for a sidecar (Istio reference:
 * OutboundTrafficPolicy). A present block without mode means REGISTRY_ONLY.
 */
@AutoValue
public abstract class OutboundTrafficPolicy {
  OutboundTrafficPolicy() {}

  /** Whether unknown destinations are allowed. Unset in a present block: REGISTRY_ONLY. */
  public abstract OutboundMode mode();

  /**
   * Service that receives the unknown traffic, with port and full host name; needs ALLOW_ANY.
   * Absent: it goes to the original destination.
   */
  public abstract Optional<Destination> egressProxy();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_OutboundTrafficPolicy.Builder().mode(OutboundMode.REGISTRY_ONLY);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link OutboundTrafficPolicy}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link OutboundTrafficPolicy#mode()}. */
    public abstract Builder mode(OutboundMode mode);

    /** See {@link OutboundTrafficPolicy#egressProxy()}. */
    public abstract Builder egressProxy(Destination egressProxy);

    /** See {@link OutboundTrafficPolicy#egressProxy()}; empty clears it. */
    public abstract Builder egressProxy(Optional<Destination> egressProxy);

    /** Builds the value. */
    public abstract OutboundTrafficPolicy build();
  }
}
