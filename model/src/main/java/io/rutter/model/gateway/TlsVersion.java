// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.gateway;

/** A TLS version limit of a server (Istio reference: ServerTLSSettings.TLSProtocol). */
public enum TlsVersion {
  /** No limit is written; Envoy decides. This is the default. */
  TLS_AUTO,
  /** TLS 1.0; below 1.2 as minimum, cipher suites should be given. */
  TLSV1_0,
  /** TLS 1.1; below 1.2 as minimum, cipher suites should be given. */
  TLSV1_1,
  /** TLS 1.2. */
  TLSV1_2,
  /** TLS 1.3. */
  TLSV1_3
}
