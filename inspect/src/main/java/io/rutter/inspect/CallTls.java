// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/** Whether a client uses TLS. */
public enum CallTls {
  /** No TLS. */
  PLAINTEXT,
  /** TLS without a client certificate. */
  TLS,
  /**
   * The mesh's mutual TLS: the client presents its workload's certificate, and only accepts a
   * server with a certificate of the same mesh (see {@link Call#mtlsSecret}).
   */
  MTLS
}
