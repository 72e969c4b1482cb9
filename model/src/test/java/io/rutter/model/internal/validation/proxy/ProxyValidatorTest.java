// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rutter.model.internal.validation.Reported;
import io.rutter.model.proxy.Proxy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Proxies, each with what is reported. */
class ProxyValidatorTest {
  private static Proxy.Builder proxy() {
    return Proxy.builder().name("reviews-v1-0").namespace("shop");
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(proxy().build(), List.of()),
        arguments(proxy().name("reviews v1").build(), List.of("spec.metadata.name: invalid-value")),
        arguments(
            proxy().namespace("shop.test").build(),
            List.of("spec.metadata.namespace: invalid-value")),
        arguments(
            proxy().ipAddresses("10.0.0.1", "nowhere").build(),
            List.of("spec.ipAddresses[1]: invalid-value")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void reports(Proxy proxy, List<String> expected) {
    assertThat(Reported.by(at -> ProxyValidator.validate(proxy, at, at.at("metadata"))))
        .isEqualTo(expected);
  }
}
