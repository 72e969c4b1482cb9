// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

/** What a server that terminates TLS reads inside of it. */
public enum ServerProtocol {
  /** HTTP/1 and HTTP/2 over TCP. */
  HTTP,
  /** HTTP/3 over QUIC. */
  HTTP3,
  /** Any bytes, which go on as they are. */
  TCP
}
