// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.sidecar;

/** Treatment of unknown destinations by a sidecar (Istio reference: OutboundTrafficPolicy.Mode). */
public enum OutboundMode {
  /**
   * Traffic to unknown destinations is refused: HTTP gets status 502, other connections are closed.
   */
  REGISTRY_ONLY,
  /**
   * Traffic to unknown destinations is forwarded to its original destination, or to the egress
   * proxy.
   */
  ALLOW_ANY,
  /** Mesh-wide mode that validation rejects on a sidecar. */
  ALLOW_ANY_DYNAMIC_DNS
}
