// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

/**
 * Whether HTTP/1.1 requests are sent on as HTTP/2. Istio reference:
 * ConnectionPoolSettings.HTTPSettings.H2UpgradePolicy.
 */
public enum H2UpgradePolicy {
  /** MeshConfig's {@code h2UpgradePolicy} applies, only to ports declared as HTTP. */
  DEFAULT,
  /** Connections stay HTTP/1.1, whatever the mesh's policy. */
  DO_NOT_UPGRADE,
  /** Connections are upgraded to HTTP/2, whatever the mesh's policy. */
  UPGRADE
}
