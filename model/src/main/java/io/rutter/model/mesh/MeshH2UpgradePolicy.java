// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

/** Mesh default of the upgrade to HTTP/2 (Istio reference: MeshConfig.H2UpgradePolicy). */
public enum MeshH2UpgradePolicy {
  /** The protocol of the port is used. This is the default. */
  DO_NOT_UPGRADE,
  /** Connections to declared HTTP ports use HTTP/2. */
  UPGRADE
}
