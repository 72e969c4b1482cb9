// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh.proxyconfig;

/**
 * Treatment of the header {@code X-Forwarded-Client-Cert} (Istio reference:
 * ForwardClientCertDetails).
 */
public enum ForwardClientCertDetails {
  /** Not specified: SANITIZE_SET on gateways, APPEND_FORWARD at sidecars. */
  UNDEFINED,
  /** The header is removed. */
  SANITIZE,
  /** The header is passed on if the connection uses mutual TLS. */
  FORWARD_ONLY,
  /** With mutual TLS, the client certificate is appended to the header. */
  APPEND_FORWARD,
  /** With mutual TLS, the header is replaced by the client certificate. */
  SANITIZE_SET,
  /** The header is always passed on. */
  ALWAYS_FORWARD_ONLY
}
