// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsParameters.TlsProtocol;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.gateway.TlsVersion;
import io.rutter.model.mesh.MeshTls;
import io.rutter.model.mesh.MeshTlsVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TlsParametersTranslatorTest {
  private static final MeshTls MESH =
      MeshTls.builder()
          .minProtocolVersion(MeshTlsVersion.TLSV1_3)
          .cipherSuites("AES128-SHA")
          .ecdhCurves("P-384")
          .build();

  @Test
  void saysNothingWhereNothingIsSet() {
    assertThat(
            TlsParametersTranslator.translate(
                Optional.of(MeshTls.builder().build()), ServerTls.builder().build()))
        .isEmpty();
  }

  @Test
  void laysTheServerOverTheMeshFieldByField() {
    ServerTls tls =
        ServerTls.builder()
            .minProtocolVersion(TlsVersion.TLSV1_1)
            .maxProtocolVersion(TlsVersion.TLSV1_2)
            .ecdhCurves("P-256")
            .build();

    assertThat(TlsParametersTranslator.translate(Optional.of(MESH), tls))
        .hasValue(
            TlsParameters.newBuilder()
                .setTlsMinimumProtocolVersion(TlsProtocol.TLSv1_1)
                .setTlsMaximumProtocolVersion(TlsProtocol.TLSv1_2)
                .addCipherSuites("AES128-SHA")
                .addEcdhCurves("P-256")
                .build());
  }

  @Test
  void keepsTheSuitesOfTheMeshWhereTheServerHasNoneThatIsKnown() {
    ServerTls tls = ServerTls.builder().cipherSuites("NO-SUCH-SUITE").build();

    assertThat(TlsParametersTranslator.translate(Optional.of(MESH), tls))
        .map(TlsParameters::getCipherSuitesList)
        .hasValueSatisfying(suites -> assertThat(suites).containsExactly("AES128-SHA"));
  }
}
