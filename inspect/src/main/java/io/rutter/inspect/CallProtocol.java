// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

/** The protocol of a client's connection; TLS is a separate layer, see {@link CallTls}. */
public enum CallProtocol {
  /** HTTP/1.1. */
  HTTP,
  /** HTTP/2, without TLS by prior knowledge. */
  HTTP2,
  /** HTTP/3 over QUIC: reaches UDP listeners only. */
  HTTP3,
  /** TCP that is not HTTP. */
  TCP;

  /** Whether requests of this protocol have a path and headers. */
  public boolean isHttp() {
    return this != TCP;
  }
}
