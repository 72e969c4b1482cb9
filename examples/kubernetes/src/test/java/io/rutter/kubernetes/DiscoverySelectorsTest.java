// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.rutter.model.mesh.NamespaceSelector;
import io.rutter.model.mesh.SelectorRequirement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which namespaces selectors choose. */
class DiscoverySelectorsTest {
  private static boolean select(SelectorRequirement requirement, Map<String, String> labels) {
    return new DiscoverySelectors(
            ImmutableList.of(NamespaceSelector.builder().matchExpressions(requirement).build()))
        .select(labels);
  }

  private static SelectorRequirement team(String operator, String... values) {
    return SelectorRequirement.builder().key("team").operator(operator).values(values).build();
  }

  @Test
  void withoutSelectorsAllTakePart() {
    assertThat(DiscoverySelectors.ALL.select(Map.of())).isTrue();
  }

  @Test
  void operatorsAreThoseOfKubernetes() {
    assertThat(select(team("In", "a", "b"), Map.of("team", "b"))).isTrue();
    assertThat(select(team("In", "a"), Map.of())).isFalse();
    assertThat(select(team("NotIn", "a"), Map.of())).isTrue();
    assertThat(select(team("NotIn", "a"), Map.of("team", "a"))).isFalse();
    assertThat(select(team("Exists"), Map.of("team", ""))).isTrue();
    assertThat(select(team("DoesNotExist"), Map.of("team", ""))).isFalse();
  }

  @Test
  void oneOfSeveralSelectorsIsEnoughAndAllOfOneMustHold() {
    DiscoverySelectors selectors =
        new DiscoverySelectors(
            ImmutableList.of(
                NamespaceSelector.builder()
                    .matchLabels(Map.of("a", "1"))
                    .matchExpressions(team("Exists"))
                    .build(),
                NamespaceSelector.builder().matchLabels(Map.of("b", "2")).build()));
    assertThat(selectors.select(Map.of("b", "2"))).isTrue();
    assertThat(selectors.select(Map.of("a", "1"))).isFalse();
    assertThat(selectors.select(Map.of("a", "1", "team", "x"))).isTrue();
  }

  @Test
  void whatIsNoSelectorIsSaid() {
    assertThat(mistake(team("in", "a")))
        .contains(
            "discoverySelectors: \"in\" of team (expected: In, NotIn, Exists or DoesNotExist)");
    assertThat(mistake(team("In")))
        .contains("discoverySelectors: \"In\" of team (expected: values)");
    assertThat(mistake(team("Exists", "a")))
        .contains("discoverySelectors: \"Exists\" of team (expected: no values)");
    assertThat(mistake(team("NotIn", "a"))).isEmpty();
    assertThat(mistake(team("DoesNotExist"))).isEmpty();
  }

  private static Optional<String> mistake(SelectorRequirement requirement) {
    return new DiscoverySelectors(
            ImmutableList.of(NamespaceSelector.builder().matchExpressions(requirement).build()))
        .mistake();
  }
}
