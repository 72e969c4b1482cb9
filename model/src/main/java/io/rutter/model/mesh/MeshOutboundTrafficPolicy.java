// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

import com.google.auto.value.AutoValue;
import io.rutter.model.destinationrule.ClientTls;
import java.util.Optional;

/**
 * Treatment of unknown destinations for the mesh (Istio reference:
 * MeshConfig.OutboundTrafficPolicy). A present block without mode means REGISTRY_ONLY.
 */
@AutoValue
public abstract class MeshOutboundTrafficPolicy {
  MeshOutboundTrafficPolicy() {}

  /** Whether unknown destinations are allowed. Unset in a present block: REGISTRY_ONLY. */
  public abstract OutboundTrafficPolicyMode mode();

  /** TLS to unknown destinations, with ALLOW_ANY_DYNAMIC_DNS only. Absent: none. */
  public abstract Optional<ClientTls> tls();

  /** A builder with nothing set. */
  public static Builder builder() {
    return new AutoValue_MeshOutboundTrafficPolicy.Builder()
        .mode(OutboundTrafficPolicyMode.REGISTRY_ONLY);
  }

  /** A builder that starts from this value. */
  public abstract Builder toBuilder();

  /** Builds a {@link MeshOutboundTrafficPolicy}. */
  @AutoValue.Builder
  public abstract static class Builder {
    Builder() {}

    /** See {@link MeshOutboundTrafficPolicy#mode()}. */
    public abstract Builder mode(OutboundTrafficPolicyMode mode);

    /** See {@link MeshOutboundTrafficPolicy#tls()}. */
    public abstract Builder tls(ClientTls tls);

    /** See {@link MeshOutboundTrafficPolicy#tls()}; empty clears it. */
    public abstract Builder tls(Optional<ClientTls> tls);

    /** Builds the value. */
    public abstract MeshOutboundTrafficPolicy build();
  }
}
