// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

/**
 * What happens to a request that a policy matches (Istio reference: AuthorizationPolicy.Action).
 */
public enum AuthorizationAction {
  /** It is let in. Other requests to the workload are not, but for those of other policies. */
  ALLOW,
  /** It is denied, whatever other policies allow. */
  DENY,
  /** It is marked for a log, and nothing is decided. */
  AUDIT,
  /** An extension provider decides, before all other policies. */
  CUSTOM
}
