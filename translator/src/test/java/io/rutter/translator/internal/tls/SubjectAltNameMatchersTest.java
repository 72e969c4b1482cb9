// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SubjectAltNameMatcher.SanType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectAltNameMatchersTest {
  @ParameterizedTest
  @CsvSource({
    "a.example.com, DNS",
    "spiffe://cluster.local/ns/default/sa/a, URI",
    "urn:example:a@b, URI",
    "a@example.com, EMAIL"
  })
  void takesTheTypeFromTheForm(String name, SanType type) {
    assertThat(SubjectAltNameMatchers.exact(List.of(name)))
        .singleElement()
        .satisfies(matcher -> assertThat(matcher.getSanType()).isEqualTo(type))
        .satisfies(matcher -> assertThat(matcher.getMatcher().getExact()).isEqualTo(name));
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1", "fd00::1"})
  void triesAddressesAsDnsNamesToo(String address) {
    assertThat(SubjectAltNameMatchers.exact(List.of(address)))
        .extracting(SubjectAltNameMatcher::getSanType)
        .containsExactly(SanType.IP_ADDRESS, SanType.DNS);
  }

  @Test
  void matchesIdentitiesOfTrustDomains() {
    assertThat(SubjectAltNameMatchers.trustDomains(List.of("td1")))
        .singleElement()
        .satisfies(matcher -> assertThat(matcher.getSanType()).isEqualTo(SanType.URI))
        .satisfies(
            matcher -> assertThat(matcher.getMatcher().getPrefix()).isEqualTo("spiffe://td1/"));
  }
}
