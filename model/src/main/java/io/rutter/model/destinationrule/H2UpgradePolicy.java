// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

/**
 * Whether HTTP/1.1 requests are sent on as HTTP/2. Istio reference:
 * ConnectionPoolSettings.HTTPSettings.H2UpgradePolicy.
 */
public enum H2UpgradePolicy {
  /** As MeshConfig's {@code h2UpgradePolicy} says, and only for ports declared as HTTP. */
  DEFAULT,
  /** They stay HTTP/1.1, whatever the mesh says. */
  DO_NOT_UPGRADE,
  /** They become HTTP/2, whatever the mesh says. */
  UPGRADE
}
