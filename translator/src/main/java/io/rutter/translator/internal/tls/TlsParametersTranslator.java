// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsVersion;
import io.rutter.model.internal.tls.CipherSuites;
import io.rutter.model.internal.tls.EcdhCurves;
import io.rutter.model.mesh.MeshTls;
import io.rutter.model.mesh.MeshTlsVersion;
import java.util.Optional;

/**
 * Versions, cipher suites and curves of a server → {@link TlsParameters}: the mesh's {@code
 * tlsDefaults}, overridden field by field by the server's own settings. Istio documents: Gateway,
 * {@code ServerTLSSettings}; Global Mesh Options, {@code tlsDefaults}.
 */
final class TlsParametersTranslator {
  private TlsParametersTranslator() {}

  /** The parameters; absent if neither mesh nor server sets any. */
  static Optional<TlsParameters> translate(Optional<MeshTls> defaults, ServerTls tls) {
    TlsParameters.Builder parameters = TlsParameters.newBuilder();
    defaults.ifPresent(mesh -> applyDefaults(mesh, parameters));
    if (tls.minProtocolVersion() != TlsVersion.TLS_AUTO) {
      parameters.setTlsMinimumProtocolVersion(version(tls.minProtocolVersion()));
    }
    if (tls.maxProtocolVersion() != TlsVersion.TLS_AUTO) {
      parameters.setTlsMaximumProtocolVersion(version(tls.maxProtocolVersion()));
    }
    ImmutableList<String> curves = EcdhCurves.known(tls.ecdhCurves());
    if (!curves.isEmpty()) {
      parameters.clearEcdhCurves().addAllEcdhCurves(curves);
    }
    ImmutableList<String> suites = CipherSuites.known(tls.cipherSuites());
    if (!suites.isEmpty()) {
      parameters.clearCipherSuites().addAllCipherSuites(suites);
    }
    return Optional.of(parameters.build())
        .filter(built -> !built.equals(TlsParameters.getDefaultInstance()));
  }

  private static void applyDefaults(MeshTls mesh, TlsParameters.Builder parameters) {
    parameters
        .addAllEcdhCurves(EcdhCurves.known(mesh.ecdhCurves()))
        .addAllCipherSuites(CipherSuites.known(mesh.cipherSuites()));
    if (mesh.minProtocolVersion() != MeshTlsVersion.TLS_AUTO) {
      parameters.setTlsMinimumProtocolVersion(MeshTlsVersions.minimum(mesh.minProtocolVersion()));
    }
  }

  private static TlsProtocol version(TlsVersion version) {
    return switch (version) {
      case TLS_AUTO -> TlsProtocol.TLS_AUTO;
      case TLSV1_0 -> TlsProtocol.TLSv1_0;
      case TLSV1_1 -> TlsProtocol.TLSv1_1;
      case TLSV1_2 -> TlsProtocol.TLSv1_2;
      case TLSV1_3 -> TlsProtocol.TLSv1_3;
    };
  }
}
