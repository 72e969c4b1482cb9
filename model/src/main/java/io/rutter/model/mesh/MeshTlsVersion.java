// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.mesh;

/** Lowest TLS version of the mesh (Istio reference: MeshConfig.TLSConfig.TLSProtocol). */
public enum MeshTlsVersion {
  /** TLS 1.2 at least. This is the default. */
  TLS_AUTO,
  /** TLS 1.2. */
  TLSV1_2,
  /** TLS 1.3. */
  TLSV1_3
}
