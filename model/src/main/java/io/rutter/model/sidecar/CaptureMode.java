// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.sidecar;

/** How traffic reaches a listener (Istio reference: CaptureMode). */
public enum CaptureMode {
  /** Depends on the proxy: captured unless its interception mode is NONE. This is the default. */
  DEFAULT,
  /** Captured by redirection; the listener does not bind its port. */
  IPTABLES,
  /** Not captured; the listener binds its port and clients dial it. */
  NONE
}
