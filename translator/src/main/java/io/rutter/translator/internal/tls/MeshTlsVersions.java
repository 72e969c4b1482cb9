// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import io.rutter.model.mesh.MeshTlsVersion;

/** TLS versions of the mesh's settings as Envoy's enum. */
final class MeshTlsVersions {
  private MeshTlsVersions() {}

  /** The lowest version that is accepted; TLS 1.2 unless it is raised. */
  static TlsProtocol minimum(MeshTlsVersion version) {
    return switch (version) {
      case TLS_AUTO, TLSV1_2 -> TlsProtocol.TLSv1_2;
      case TLSV1_3 -> TlsProtocol.TLSv1_3;
    };
  }
}
