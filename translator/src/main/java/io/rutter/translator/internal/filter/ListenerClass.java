// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

/** The kind of traffic that a listener handles; many settings depend on it. */
public enum ListenerClass {
  /** From other workloads to the sidecar's own. */
  SIDECAR_INBOUND,
  /** From the sidecar's own workload to others. */
  SIDECAR_OUTBOUND,
  /** Through a gateway. */
  GATEWAY
}
