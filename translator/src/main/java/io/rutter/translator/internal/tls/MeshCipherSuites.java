// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.tls.CipherSuites;
import io.rutter.model.mesh.MeshTls;
import java.util.Optional;

/** Cipher suites of mutual TLS in the mesh. Istio document: Global Mesh Options, meshMTLS. */
final class MeshCipherSuites {
  private static final ImmutableList<String> DEFAULT =
      ImmutableList.of(
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384",
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "AES256-GCM-SHA384",
          "AES128-GCM-SHA256");

  private MeshCipherSuites() {}

  /** The suites of the mesh's settings, or the default ones. */
  static ImmutableList<String> of(Optional<MeshTls> settings) {
    ImmutableList<String> suites =
        settings.map(tls -> CipherSuites.known(tls.cipherSuites())).orElseGet(ImmutableList::of);
    return suites.isEmpty() ? DEFAULT : suites;
  }
}
