// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

/** What kind of traffic a listener takes; many settings differ by it. */
public enum ListenerClass {
  /** From other workloads to the sidecar's own one. */
  SIDECAR_INBOUND,
  /** From the sidecar's own workload to others. */
  SIDECAR_OUTBOUND,
  /** Through a gateway. */
  GATEWAY
}
