// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.settings;

import io.rutter.model.mesh.OutboundTrafficPolicyMode;
import io.rutter.model.sidecar.OutboundMode;
import io.rutter.model.sidecar.OutboundTrafficPolicy;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.Destination;
import java.util.Optional;

/**
 * How outbound traffic to unknown destinations is handled. Istio documents: Sidecar, {@code
 * OutboundTrafficPolicy}; Global Mesh Options, {@code outboundTrafficPolicy}. A Sidecar's policy
 * replaces the mesh's entirely.
 *
 * @param mode how it is handled
 * @param egressProxy where it goes instead of its original destination
 */
public record OutboundPolicy(Mode mode, Optional<Destination> egressProxy) {
  /** How traffic is handled. */
  public enum Mode {
    /** It is refused. */
    REGISTRY_ONLY,
    /** It is forwarded to its original destination. */
    ALLOW_ANY,
    /** The host of each request is resolved. */
    ALLOW_ANY_DYNAMIC_DNS
  }

  public static OutboundPolicy of(MeshSettings settings, Optional<Sidecar> sidecar) {
    return sidecar
        .flatMap(Sidecar::outboundTrafficPolicy)
        .map(OutboundPolicy::ofSidecar)
        .orElseGet(
            () ->
                new OutboundPolicy(
                    mode(settings.outboundTrafficPolicy().mode()), Optional.empty()));
  }

  private static OutboundPolicy ofSidecar(OutboundTrafficPolicy policy) {
    return new OutboundPolicy(mode(policy.mode()), policy.egressProxy());
  }

  private static Mode mode(OutboundMode mode) {
    return switch (mode) {
      case REGISTRY_ONLY -> Mode.REGISTRY_ONLY;
      case ALLOW_ANY -> Mode.ALLOW_ANY;
      case ALLOW_ANY_DYNAMIC_DNS -> Mode.ALLOW_ANY_DYNAMIC_DNS;
    };
  }

  private static Mode mode(OutboundTrafficPolicyMode mode) {
    return switch (mode) {
      case REGISTRY_ONLY -> Mode.REGISTRY_ONLY;
      case ALLOW_ANY -> Mode.ALLOW_ANY;
      case ALLOW_ANY_DYNAMIC_DNS -> Mode.ALLOW_ANY_DYNAMIC_DNS;
    };
  }
}
