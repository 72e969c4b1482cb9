// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

/**
 * Mesh-wide treatment of unknown destinations (Istio reference:
 * MeshConfig.OutboundTrafficPolicy.Mode).
 */
public enum OutboundTrafficPolicyMode {
  /** Traffic to unknown destinations is refused. */
  REGISTRY_ONLY,
  /** Unknown destinations are reached at the address that the client dialled. */
  ALLOW_ANY,
  /** Unknown destinations are resolved by name for each request; not for single sidecars. */
  ALLOW_ANY_DYNAMIC_DNS
}
