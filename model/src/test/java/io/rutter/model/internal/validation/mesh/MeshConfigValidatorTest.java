// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rutter.model.internal.validation.Reported;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshTls;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of the mesh, each with what is reported. */
class MeshConfigValidatorTest {
  static Stream<Arguments> values() {
    return Stream.of(
        arguments(MeshConfig.builder().build(), List.of()),
        arguments(
            MeshConfig.builder().proxyListenPort(0).build(),
            List.of("spec.proxyListenPort: invalid-value")),
        arguments(
            MeshConfig.builder().proxyListenPort(15006).build(),
            List.of("spec: conflicting-fields")),
        arguments(MeshConfig.builder().proxyHttpPort(0).build(), List.of()),
        arguments(
            MeshConfig.builder().connectTimeout(Duration.ofHours(2)).build(),
            List.of("spec.connectTimeout: invalid-value")),
        arguments(
            MeshConfig.builder().dnsRefreshRate(Duration.ofMillis(1)).build(),
            List.of("spec.dnsRefreshRate: invalid-value")),
        arguments(
            MeshConfig.builder().trustDomain("td@example.com").build(),
            List.of("spec.trustDomain: invalid-value")),
        arguments(
            MeshConfig.builder().trustDomainAliases("old.example.", "a b").build(),
            List.of("spec.trustDomainAliases[1]: invalid-value")),
        arguments(
            MeshConfig.builder().meshMtls(MeshTls.builder().ecdhCurves("P-256").build()).build(),
            List.of("spec.meshMTLS.ecdhCurves: conflicting-fields")),
        arguments(
            MeshConfig.builder().tlsDefaults(MeshTls.builder().ecdhCurves("P-256").build()).build(),
            List.of()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void reports(MeshConfig mesh, List<String> expected) {
    assertThat(Reported.by(at -> MeshConfigValidator.validate(mesh, at))).isEqualTo(expected);
  }
}
