// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;

/**
 * Where inbound traffic is handed to the application (Istio reference:
 * MeshConfig.InboundTrafficPolicy).
 */
@AutoValue
public abstract class InboundTrafficPolicy {
  InboundTrafficPolicy() {}

  /** Address of the application. Unset: PASSTHROUGH. */
  public abstract InboundTrafficPolicyMode mode();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_InboundTrafficPolicy.Builder().mode(InboundTrafficPolicyMode.PASSTHROUGH);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds an {@link InboundTrafficPolicy}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link InboundTrafficPolicy#mode()}. */
    public abstract Builder mode(InboundTrafficPolicyMode mode);

    /** Builds the value. */
    public abstract InboundTrafficPolicy build();
  }
}
