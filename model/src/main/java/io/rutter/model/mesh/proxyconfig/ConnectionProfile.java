// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

/**
 * Sets of defaults for connection settings (Istio reference:
 * ProxyConfig.ConnectionSettings.Profile).
 */
public enum ConnectionProfile {
  /** No defaults. This is the default. */
  SIDECAR,
  /** Envoy's recommendations for the edge; on gateways only. */
  EDGE
}
