// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.virtualservice;

/**
 * How a preflight request whose origin is not allowed is handled. Istio reference:
 * CorsPolicy.UnmatchedPreflights.
 */
public enum UnmatchedPreflights {
  /** Same as FORWARD. */
  UNSPECIFIED,
  /** It is forwarded to the service. */
  FORWARD,
  /** It is not forwarded to the service. */
  IGNORE
}
