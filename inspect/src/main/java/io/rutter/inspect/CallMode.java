// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/** How a connection reaches the proxy. */
public enum CallMode {
  /** To a listener's own address and port, as at a gateway or a proxy without redirection. */
  GATEWAY,
  /**
   * Redirected to the port of {@code virtualOutbound}, as a connection that leaves a sidecar's pod
   * is; the call's address and port are the original destination.
   */
  OUTBOUND,
  /**
   * Redirected to the port of {@code virtualInbound}, as a connection that enters a sidecar's pod
   * is; the call's address and port are the original destination.
   */
  INBOUND
}
