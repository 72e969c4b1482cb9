// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

/** The protocol inside the TLS that a server terminates. */
public enum ServerProtocol {
  /** HTTP/1 and HTTP/2 over TCP. */
  HTTP,
  /** HTTP/3 over QUIC. */
  HTTP3,
  /** TCP, forwarded as it is. */
  TCP
}
