// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

/**
 * Whether an endpoint takes traffic, as its registry knows. Envoy document: {@code
 * config.core.v3.HealthStatus}.
 */
public enum Health {
  /** Not known; treated as healthy. ServiceEntry endpoints. */
  UNKNOWN,
  /** Ready. */
  HEALTHY,
  /** Not ready. */
  UNHEALTHY,
  /** Going away, still serving those who are bound to it. */
  DRAINING,
  /** Gone or about to be; gets nothing. */
  TERMINATING
}
