// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.internal.validation.Reported;
import io.rutter.model.security.MutualTls;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.model.security.PeerAuthentication;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PeerAuthentications, each with what is reported. */
class PeerAuthenticationValidatorTest {
  private static final MutualTls STRICT = MutualTls.builder().mode(MutualTlsMode.STRICT).build();

  private static PeerAuthentication.Builder policy() {
    return PeerAuthentication.builder().metadata(ObjectMeta.of("shop", "policy"));
  }

  private static PeerAuthentication.Builder forApp() {
    return policy().selector(WorkloadSelector.of(Map.of("app", "reviews")));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(policy().build(), List.of()),
        arguments(
            policy().portLevelMtls(Map.of("80", STRICT)).build(),
            List.of("spec.portLevelMtls: conflicting-fields")),
        arguments(forApp().portLevelMtls(Map.of("80", STRICT)).build(), List.of()),
        arguments(
            forApp().portLevelMtls(Map.of("0", STRICT)).build(),
            List.of("spec.portLevelMtls.0: invalid-value")),
        arguments(
            forApp().portLevelMtls(Map.of("http", STRICT)).build(),
            List.of("spec.portLevelMtls.http: invalid-value")),
        arguments(
            forApp().portLevelMtls(Map.of("65536", STRICT)).build(),
            List.of("spec.portLevelMtls.65536: invalid-value")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void reports(PeerAuthentication policy, List<String> expected) {
    assertThat(Reported.by(at -> PeerAuthenticationValidator.validate(policy, at)))
        .isEqualTo(expected);
  }
}
