// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.destinationrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.destinationrule.ClientTls;
import io.rutter.model.destinationrule.ClientTlsMode;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.OutlierDetection;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.internal.validation.Reported;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DestinationRules and what is in them, each with what is reported. */
class DestinationRuleValidatorTest {
  private static DestinationRule.Builder rule() {
    return DestinationRule.builder().metadata(ObjectMeta.of("shop", "rule")).host("reviews");
  }

  private static DestinationRule policy(TrafficPolicy.Builder policy) {
    return rule().trafficPolicy(policy.build()).build();
  }

  private static Subset subset(String name) {
    return Subset.builder().name(name).build();
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(rule().build(), List.of()),
        arguments(rule().host("not a host").build(), List.of("spec.host: invalid-value")),
        arguments(
            rule().subsets(subset("v1"), subset("v1")).build(),
            List.of("spec.subsets[1].name: conflicting-fields")),
        arguments(
            rule().subsets(subset("v.1")).build(), List.of("spec.subsets[0].name: invalid-value")),
        arguments(
            rule().workloadSelector(WorkloadSelector.of(Map.of("app", "a"))).exportTo("*").build(),
            List.of("spec.exportTo: conflicting-fields")));
  }

  static Stream<Arguments> outlierDetections() {
    return Stream.of(
        arguments(
            OutlierDetection.builder().maxEjectionPercent(101),
            List.of("spec.trafficPolicy.outlierDetection.maxEjectionPercent: invalid-value")),
        arguments(
            OutlierDetection.builder().consecutiveLocalOriginFailures(5),
            List.of(
                "spec.trafficPolicy.outlierDetection.consecutiveLocalOriginFailures:"
                    + " conflicting-fields")),
        arguments(
            OutlierDetection.builder().interval(Duration.ofNanos(1)),
            List.of("spec.trafficPolicy.outlierDetection.interval: invalid-value")));
  }

  static Stream<Arguments> tls() {
    return Stream.of(
        arguments(
            ClientTls.builder().mode(ClientTlsMode.MUTUAL),
            List.of(
                "spec.trafficPolicy.tls: missing-field", "spec.trafficPolicy.tls: missing-field")),
        arguments(
            ClientTls.builder()
                .mode(ClientTlsMode.SIMPLE)
                .credentialName("c")
                .caCertificates("/ca"),
            List.of("spec.trafficPolicy.tls: conflicting-fields")),
        arguments(
            ClientTls.builder().mode(ClientTlsMode.SIMPLE).credentialName("configmap://other/ca"),
            List.of("spec.trafficPolicy.tls.credentialName: invalid-value")),
        arguments(
            ClientTls.builder().mode(ClientTlsMode.SIMPLE).credentialName("configmap://shop/ca"),
            List.of()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void reports(DestinationRule rule, List<String> expected) {
    assertThat(Reported.by(at -> DestinationRuleValidator.validate(rule, at))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("outlierDetections")
  void reports(OutlierDetection.Builder outlierDetection, List<String> expected) {
    reports(policy(TrafficPolicy.builder().outlierDetection(outlierDetection.build())), expected);
  }

  @ParameterizedTest
  @MethodSource("tls")
  void reports(ClientTls.Builder tls, List<String> expected) {
    reports(policy(TrafficPolicy.builder().tls(tls.build())), expected);
  }
}
