// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.serviceentry;

/**
 * Whether a service entry describes a part of the mesh (Istio reference: ServiceEntry.Location).
 */
public enum Location {
  /**
   * Outside the mesh: no automatic mutual TLS, and the cluster is marked external. This is the
   * default.
   */
  MESH_EXTERNAL,
  /** Inside the mesh: automatic mutual TLS is decided for each endpoint. */
  MESH_INTERNAL
}
