// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

/**
 * Which peers get metadata headers (Istio reference:
 * ProxyConfig.ProxyHeaders.MetadataExchangeMode).
 */
public enum MetadataExchangeMode {
  /** All peers. This is the default. */
  UNDEFINED,
  /** Only peers that use mutual TLS of the mesh. */
  IN_MESH
}
