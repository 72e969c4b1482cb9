// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.gateway;

/** How a listener treats TLS (Istio reference: ServerTLSSettings.TLSmode). */
public enum TlsMode {
  /**
   * TLS is not terminated; the TLS routes of virtual services choose by server name. This is the
   * default.
   */
  PASSTHROUGH,
  /** TLS is terminated without asking for a client certificate. */
  SIMPLE,
  /** TLS is terminated and a client certificate is required. */
  MUTUAL,
  /** TLS is not terminated; the server name encodes the destination cluster. */
  AUTO_PASSTHROUGH,
  /** TLS is terminated with the certificates of the mesh and a client certificate is required. */
  ISTIO_MUTUAL,
  /** TLS is terminated; a client certificate is optional but checked when shown. */
  OPTIONAL_MUTUAL
}
