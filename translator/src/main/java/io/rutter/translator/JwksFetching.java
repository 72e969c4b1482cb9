// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

/**
 * Who fetches the keys of a RequestAuthentication that names where they are ({@code jwksUri}). The
 * translator opens no connection: keys that are not fetched by Envoy come from the {@link
 * io.rutter.model.security.KeySet}s of the mesh. istiod's feature flag of the same meaning is
 * {@code PILOT_JWT_ENABLE_REMOTE_JWKS}.
 */
public enum JwksFetching {
  /** Nobody but the embedder: {@code false} or {@code istiod} of the flag, and its default. */
  NEVER,
  /**
   * Envoy, where the host is a service of the mesh; then {@code jwks} beside {@code jwksUri} does
   * not count. {@code true} or {@code hybrid} of the flag.
   */
  FROM_SERVICES,
  /**
   * Envoy, always; where the host is no service of the mesh, from a cluster that an embedder has to
   * add. {@code envoy} of the flag.
   */
  ALWAYS
}
