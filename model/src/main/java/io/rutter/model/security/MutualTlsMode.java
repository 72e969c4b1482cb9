// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.security;

/** Modes of mutual TLS for inbound traffic (Istio reference: PeerAuthentication.MutualTLS.Mode). */
public enum MutualTlsMode {
  /** Inherited from the wider scope; PERMISSIVE where nothing is set. This is the default. */
  UNSET,
  /** Plain text only; no TLS is terminated, and clients do not use mutual TLS. */
  DISABLE,
  /** Both plain text and mutual TLS are accepted. */
  PERMISSIVE,
  /** Only mutual TLS with a client certificate is accepted. */
  STRICT
}
