// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.destinationrule;

/**
 * Load balancing algorithms that need no settings. Istio reference: LoadBalancerSettings.SimpleLB.
 */
public enum SimpleLoadBalancer {
  /** The default, which is LEAST_REQUEST. */
  UNSPECIFIED,
  /** Deprecated name of LEAST_REQUEST. */
  LEAST_CONN,
  /** A random healthy endpoint; warmup has no effect. */
  RANDOM,
  /** The address that the caller asked for, without load balancing. */
  PASSTHROUGH,
  /** Each endpoint in turn. */
  ROUND_ROBIN,
  /** The endpoint with fewer active requests. */
  LEAST_REQUEST
}
