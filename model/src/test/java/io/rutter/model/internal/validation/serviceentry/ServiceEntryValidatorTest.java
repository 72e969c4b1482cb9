// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.serviceentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.internal.validation.Reported;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryPort;
import io.rutter.model.serviceentry.WorkloadEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** ServiceEntries, each with what is reported. */
class ServiceEntryValidatorTest {
  private static ServiceEntry.Builder entry() {
    return ServiceEntry.builder()
        .metadata(ObjectMeta.of("shop", "entry"))
        .hosts("a.example.com")
        .ports(port(80, "http"))
        .resolution(Resolution.DNS);
  }

  private static ServiceEntryPort port(int number, String name) {
    return ServiceEntryPort.builder().number(number).name(name).protocol(Protocol.HTTP).build();
  }

  private static WorkloadEntry at(String address) {
    return WorkloadEntry.builder().address(address).build();
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(entry().build(), List.of()),
        arguments(entry().hosts().build(), List.of("spec: missing-field")),
        arguments(
            entry().hosts("*").resolution(Resolution.NONE).build(),
            List.of("spec.hosts[0]: invalid-value")),
        arguments(entry().hosts("*.example.com").build(), List.of("spec.hosts[0]: invalid-value")),
        arguments(
            entry().hosts("*.example.com").resolution(Resolution.DYNAMIC_DNS).build(), List.of()),
        arguments(
            entry().resolution(Resolution.DYNAMIC_DNS).build(),
            List.of("spec.hosts[0]: invalid-value")),
        arguments(
            entry().addresses("10.0.0.0/8").build(),
            List.of("spec.addresses[0]: conflicting-fields")),
        arguments(entry().addresses("10.0.0.0/8").resolution(Resolution.STATIC).build(), List.of()),
        arguments(
            entry().addresses("not an ip").build(), List.of("spec.addresses[0]: invalid-value")),
        arguments(
            entry().endpoints(at("10.0.0.1")).resolution(Resolution.NONE).build(),
            List.of("spec.endpoints: conflicting-fields")),
        arguments(
            entry().endpoints(at("a.example.com")).resolution(Resolution.STATIC).build(),
            List.of("spec.endpoints[0].address: invalid-value")),
        arguments(
            entry()
                .endpoints(at("a.example.com"), at("b.example.com"))
                .resolution(Resolution.DNS_ROUND_ROBIN)
                .build(),
            List.of("spec.endpoints: invalid-value")),
        arguments(
            entry().ports(port(80, "http"), port(80, "other")).build(),
            List.of("spec.ports[1].number: conflicting-fields")),
        arguments(
            entry().ports(port(70000, "http")).build(),
            List.of("spec.ports[0].number: invalid-value")),
        arguments(
            entry()
                .endpoints(at("a.example.com"))
                .workloadSelector(WorkloadSelector.of(Map.of("app", "a")))
                .build(),
            List.of("spec: conflicting-fields")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void reports(ServiceEntry entry, List<String> expected) {
    assertThat(Reported.by(at -> ServiceEntryValidator.validate(entry, at))).isEqualTo(expected);
  }
}
