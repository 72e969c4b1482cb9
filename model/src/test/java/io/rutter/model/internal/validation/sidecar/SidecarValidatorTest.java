// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.internal.validation.Reported;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.OutboundMode;
import io.rutter.model.sidecar.OutboundTrafficPolicy;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.sidecar.SidecarPort;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sidecars, each with what is reported. */
class SidecarValidatorTest {
  private static Sidecar.Builder sidecar() {
    return Sidecar.builder().metadata(ObjectMeta.of("shop", "sidecar"));
  }

  private static Sidecar egress(EgressListener.Builder... listeners) {
    return sidecar()
        .egress(Stream.of(listeners).map(EgressListener.Builder::build).toList())
        .build();
  }

  private static EgressListener.Builder on(int port) {
    return EgressListener.builder()
        .port(SidecarPort.builder().number(port).name("http").protocol(Protocol.HTTP).build())
        .hosts("*/*");
  }

  private static Sidecar policy(OutboundMode mode) {
    return sidecar()
        .outboundTrafficPolicy(OutboundTrafficPolicy.builder().mode(mode).build())
        .build();
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(egress(EgressListener.builder().hosts("*/*")), List.of()),
        arguments(sidecar().build(), List.of("spec: missing-field")),
        arguments(egress(EgressListener.builder()), List.of("spec.egress[0].hosts: missing-field")),
        arguments(
            egress(EgressListener.builder().hosts("reviews")),
            List.of("spec.egress[0].hosts[0]: invalid-value")),
        arguments(
            egress(EgressListener.builder().hosts("./reviews")),
            List.of("spec.egress[0].hosts[0]: invalid-value")),
        arguments(
            egress(EgressListener.builder().hosts("~shop/reviews.shop.svc.cluster.local", "*/*")),
            List.of()),
        arguments(
            egress(EgressListener.builder().hosts("*/*"), EgressListener.builder().hosts("./*")),
            List.of("spec.egress[0]: conflicting-fields")),
        arguments(egress(on(80), on(80)), List.of("spec.egress[1].port: conflicting-fields")),
        arguments(egress(on(80).bind("localhost")), List.of("spec.egress[0].bind: invalid-value")),
        arguments(egress(on(0)), List.of("spec.egress[0]: missing-field")),
        arguments(egress(on(0).bind("unix:///run/socket")), List.of()),
        arguments(
            policy(OutboundMode.ALLOW_ANY_DYNAMIC_DNS),
            List.of("spec.outboundTrafficPolicy.mode: invalid-value")),
        arguments(policy(OutboundMode.REGISTRY_ONLY), List.of()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void reports(Sidecar sidecar, List<String> expected) {
    assertThat(Reported.by(at -> SidecarValidator.validate(sidecar, at))).isEqualTo(expected);
  }
}
