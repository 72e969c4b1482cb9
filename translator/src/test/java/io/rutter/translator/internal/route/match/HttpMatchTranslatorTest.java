// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.envoyproxy.envoy.config.route.v3.RouteMatch;
import io.rutter.model.ObjectMeta;
import io.rutter.model.StringMatch;
import io.rutter.model.virtualservice.HttpMatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpMatchTranslatorTest {
  private static final ObjectMeta OF_INGRESS =
      ObjectMeta.builder()
          .name("x")
          .annotations(ImmutableMap.of("internal.istio.io/route-semantics", "ingress"))
          .build();

  private static RouteMatch prefix(String prefix, ObjectMeta owner) {
    return HttpMatchTranslator.translate(
        HttpMatch.builder().uri(StringMatch.prefix(prefix)).build(), owner);
  }

  @ParameterizedTest
  @CsvSource({"/a, /a", "/a/, /a", "ab, ab"})
  void prefixesOfAnIngressEndAtASlash(String prefix, String expected) {
    assertThat(prefix(prefix, OF_INGRESS).getPathSeparatedPrefix()).isEqualTo(expected);
    assertThat(prefix(prefix, ObjectMeta.of("ns", "x")).getPrefix()).isEqualTo(prefix);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "", "//", "/a//", "a", "/a?b", "/a#"})
  void prefixesThatEnvoyRefusesAsSeparatedOnes(String prefix) {
    RouteMatch match = prefix(prefix, OF_INGRESS);

    assertThat(match.getPathSpecifierCase()).isEqualTo(RouteMatch.PathSpecifierCase.PREFIX);
    assertThat(match.getPrefix()).isEqualTo(prefix);
  }
}
