// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rutter.model.internal.validation.Reported;
import io.rutter.model.registry.Endpoint;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Endpoints, each with what is reported. */
class EndpointValidatorTest {
  private static Endpoint.Builder at(String... addresses) {
    return Endpoint.builder().addresses(addresses).port(8080);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(at("10.0.0.1").build(), List.of()),
        arguments(at("a.example.com").build(), List.of("spec.addresses[0]: invalid-value")),
        arguments(at("10.0.0.1").port(0).build(), List.of("spec.port: invalid-value")),
        arguments(at("unix:///run/socket").port(0).build(), List.of()),
        arguments(at("unix:///run/socket").build(), List.of("spec.port: conflicting-fields")),
        arguments(at("/run/socket").build(), List.of("spec.addresses[0]: invalid-value")),
        arguments(at("10.0.0.1").weight(-1).build(), List.of("spec.weight: invalid-value")),
        arguments(at().build(), List.of("spec.addresses: missing-field")),
        arguments(at().network("other").build(), List.of()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void reports(Endpoint endpoint, List<String> expected) {
    assertThat(Reported.by(at -> EndpointValidator.validate(endpoint, false, at)))
        .isEqualTo(expected);
  }
}
