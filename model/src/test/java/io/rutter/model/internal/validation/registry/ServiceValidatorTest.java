// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rutter.model.ObjectMeta;
import io.rutter.model.internal.validation.Reported;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Services of the registry, each with what is reported. */
class ServiceValidatorTest {
  private static Service service(ServicePort... ports) {
    return Service.builder().metadata(ObjectMeta.of("shop", "reviews")).ports(ports).build();
  }

  private static ServicePort port(int number, String name) {
    return ServicePort.builder().number(number).name(name).build();
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(service(port(80, "http")), List.of()),
        arguments(service(port(0, "http")), List.of("spec.ports[0].number: invalid-value")),
        arguments(
            service(port(80, "a"), port(80, "b")),
            List.of("spec.ports[1].number: conflicting-fields")),
        arguments(
            service(port(80, "a"), port(81, "a")),
            List.of("spec.ports[1].name: conflicting-fields")),
        arguments(
            service(port(80, ""), port(81, "b")), List.of("spec.ports[0].name: missing-field")),
        arguments(
            service().toBuilder().hostname("").build(), List.of("spec.hostname: missing-field")),
        arguments(
            service().toBuilder().hostname("*.example.com").build(),
            List.of("spec.hostname: invalid-value")),
        arguments(
            service().toBuilder().addresses("10.0.0.0/8", "nowhere").build(),
            List.of("spec.addresses[1]: invalid-value")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void reports(Service service, List<String> expected) {
    assertThat(Reported.by(at -> ServiceValidator.validate(service, at))).isEqualTo(expected);
  }
}
