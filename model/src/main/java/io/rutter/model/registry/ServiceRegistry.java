// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

/**
 * Where a {@link Service} comes from; a service of an earlier registry takes precedence over one of
 * the same host from a later one.
 */
public enum ServiceRegistry {
  /** A Kubernetes service, or one that a platform adapter made. */
  KUBERNETES,
  /** A ServiceEntry. */
  EXTERNAL
}
