// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

/**
 * Address of the application for inbound traffic (Istio reference:
 * MeshConfig.InboundTrafficPolicy.Mode).
 */
public enum InboundTrafficPolicyMode {
  /** The original destination address, with source address 127.0.0.6. This is the default. */
  PASSTHROUGH,
  /** The loopback address. */
  LOCALHOST
}
