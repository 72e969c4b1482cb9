// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

/** The HTTP method that opens a {@link Tunnel}. Istio reference: TrafficPolicy.TunnelSettings. */
public enum TunnelMethod {
  /** {@code CONNECT}. */
  CONNECT,
  /** {@code POST}. */
  POST
}
