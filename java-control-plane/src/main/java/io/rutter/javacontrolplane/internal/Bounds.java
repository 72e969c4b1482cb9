// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

/** What clients cannot exceed, whatever a user of the library sets. */
final class Bounds {
  /** Most characters of a node id: Kubernetes' names, and what Istio puts around them, are less. */
  static final int NODE_ID_CHARACTERS = 2_048;

  /** Most bytes of what a node says of itself: Istio's proxies tell all annotations of the pod. */
  static final int NODE_BYTES = 1 << 20;

  /**
   * Most characters of the names that an Envoy asks for while no mesh names it. One that has much
   * to ask for asks again when it is known.
   */
  static final int UNKNOWN_NAMES_CHARACTERS = 65_536;

  /** Most characters of the names of one type that an Envoy asks for, in several requests. */
  static final int NAMES_CHARACTERS = 16 << 20;

  /** Most types that are asked for in vain and told of, for one stream. */
  static final int UNSUPPORTED_TYPES = 10;

  /** Most characters of what Envoy says of a refusal that are told. */
  static final int REFUSAL_CHARACTERS = 4_000;

  /** How often causes of refusals are searched for, of one mesh. */
  static final int SEARCHES = 100;

  /** Secrets of one stream that are remembered, those that there are not included. */
  static final int SECRETS = 10_000;

  private Bounds() {}
}
