// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.Protocol;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.translator.internal.listener.inbound.InboundChainMatches.Handling;
import io.rutter.translator.internal.listener.inbound.InboundChainMatches.Match;
import io.rutter.translator.internal.listener.inbound.InboundChainMatches.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InboundChainMatchesTest {
  @ParameterizedTest
  @CsvSource({
    "PERMISSIVE, HTTP, 2", "PERMISSIVE, TCP, 3", "PERMISSIVE, UNSUPPORTED, 5",
    "STRICT, GRPC, 1", "STRICT, UDP, 1", "STRICT, UNSUPPORTED, 2",
    "DISABLE, HTTP2, 1", "DISABLE, TLS, 1", "DISABLE, UNSUPPORTED, 2",
  })
  void hasAChainForEachKindOfConnection(MutualTlsMode mode, Protocol protocol, int chains) {
    assertThat(InboundChainMatches.of(mode, protocol)).hasSize(chains);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void strictTerminatesEverything(Protocol protocol) {
    assertThat(InboundChainMatches.of(MutualTlsMode.STRICT, protocol))
        .allMatch(match -> match.transport() == Transport.TLS)
        .allMatch(match -> match.handling().terminatesTls());
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void disableTakesClearTextAlone(Protocol protocol) {
    assertThat(InboundChainMatches.of(MutualTlsMode.DISABLE, protocol))
        .allMatch(match -> match.transport() == Transport.PLAIN)
        .noneMatch(match -> match.handling().terminatesTls());
  }

  @ParameterizedTest
  @EnumSource(MutualTlsMode.class)
  void noTwoChainsTakeTheSame(MutualTlsMode mode) {
    for (Protocol protocol : Protocol.values()) {
      assertThat(InboundChainMatches.of(mode, protocol))
          .extracting(
              match ->
                  ImmutableSet.of(
                      match.transport(), ImmutableSet.copyOf(match.applicationProtocols())))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void terminatesTlsOfOthersByTheProtocolInside() {
    assertThat(InboundChainMatches.terminated(Protocol.HTTP))
        .extracting(Match::handling)
        .containsExactly(Handling.TERMINATED_HTTP);
    assertThat(InboundChainMatches.terminated(Protocol.TCP))
        .extracting(Match::handling)
        .containsExactly(Handling.TERMINATED_TCP);
  }
}
