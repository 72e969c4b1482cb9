// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.translator.internal.listener.chain.ApplicationProtocols;
import io.rutter.translator.internal.origin.ConfigPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayChainConflictsTest {
  private final List<Problem> problems = new ArrayList<>();

  @Test
  void keepsChainsThatTakeDifferentConnections() {
    List<GatewayChain> chains =
        List.of(
            chain("a", "a.example.com"),
            chain("b", "*.example.com"),
            chain("c"),
            new GatewayChain(
                origin("d"),
                ImmutableList.of("a.example.com"),
                ApplicationProtocols.MESH,
                Optional.empty(),
                ImmutableList.of(),
                Optional.empty()));

    assertThat(resolve(chains)).containsExactlyElementsOf(chains);
    assertThat(problems).isEmpty();
  }

  @Test
  void keepsTheFirstOfTwoAndNamesBoth() {
    GatewayChain first = chain("a", "a.example.com");

    assertThat(resolve(List.of(first, chain("b", "a.example.com")))).containsExactly(first);
    assertThat(problems)
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT))
        .satisfies(
            problem ->
                assertThat(problem.toString())
                    .contains("Gateway/default/b", "Gateway/default/a", "a.example.com"));
  }

  @Test
  void takesOnlySharedNamesFromTheSecond() {
    assertThat(
            resolve(
                List.of(chain("a", "a.example.com"), chain("b", "b.example.com", "a.example.com"))))
        .extracting(GatewayChain::serverNames)
        .containsExactly(ImmutableList.of("a.example.com"), ImmutableList.of("b.example.com"));
  }

  @Test
  void countsAStarAsAnyName() {
    GatewayChain first = chain("a", "a.example.com", "*");

    assertThat(resolve(List.of(first, chain("b")))).containsExactly(first);
    assertThat(problems).hasSize(1);
  }

  private ImmutableList<GatewayChain> resolve(List<GatewayChain> chains) {
    return GatewayChainConflicts.resolve("0.0.0.0_443", chains, problems::add);
  }

  private static GatewayChain chain(String gateway, String... names) {
    return GatewayChain.opaque(origin(gateway), ImmutableList.copyOf(names), ImmutableList.of());
  }

  private static ConfigPart origin(String gateway) {
    return new ConfigPart(new ConfigKey("Gateway", "default", gateway), "spec.servers[0]");
  }
}
