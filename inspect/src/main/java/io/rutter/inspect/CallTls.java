// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/** Whether a client wraps what it says in TLS. */
public enum CallTls {
  /** No TLS. */
  PLAINTEXT,
  /** TLS without a client certificate. */
  TLS,
  /**
   * The mesh's mutual TLS: the client shows its workload's certificate, and accepts a server only
   * with one of the same mesh (see {@link Call#mtlsSecret}).
   */
  MTLS
}
