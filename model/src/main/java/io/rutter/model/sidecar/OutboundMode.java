// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.sidecar;

/** Treatment of unknown destinations by a sidecar (Istio reference: OutboundTrafficPolicy.Mode). */
public enum OutboundMode {
  /** Unknown destinations are refused: HTTP gets status 502, other connections are closed. */
  REGISTRY_ONLY,
  /** Unknown destinations are reached as dialled, or through the egress proxy. */
  ALLOW_ANY,
  /** Mesh-wide mode that validation refuses on a sidecar. */
  ALLOW_ANY_DYNAMIC_DNS
}
