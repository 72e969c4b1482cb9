// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.translator.internal.resolve.RegistryFixtures.meta;
import static io.rutter.translator.internal.resolve.RegistryFixtures.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.Problem;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.resolve.RegistryFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DestinationRuleIndexTest {
  private static final Service REVIEWS = service(meta("shop", "reviews", 2020)).build();
  private static final ImmutableMap<String, String> V2 = ImmutableMap.of("version", "v2");

  private final List<Problem> problems = new ArrayList<>();

  private static DestinationRule.Builder rule(String namespace, String name, int year) {
    return DestinationRule.builder()
        .metadata(meta(namespace, name, year))
        .host("reviews.shop.svc.cluster.local");
  }

  private static DestinationRule.Builder rule(
      String namespace, String name, int year, String... subsets) {
    return rule(namespace, name, year)
        .subsets(List.of(subsets).stream().map(s -> Subset.builder().name(s).build()).toList());
  }

  private DestinationRuleIndex index(DestinationRule... rules) {
    return RegistryFixtures.index(MeshSnapshot.builder().destinationRules(rules), problems::add)
        .destinationRules();
  }

  private static Optional<String> chosen(
      DestinationRuleIndex index, String namespace, Map<String, String> labels) {
    return index
        .outbound(namespace, labels, REVIEWS)
        .map(merged -> merged.rule().metadata().name());
  }

  @Test
  void theOlderRuleDecidesAndTheNewerAddsNewSubsets() {
    TrafficPolicy policy = TrafficPolicy.builder().build();
    DestinationRuleIndex index =
        index(
            rule("shop", "newer", 2021, "v2", "v3").trafficPolicy(policy).build(),
            rule("shop", "older", 2020, "v1", "v2").build());

    MergedDestinationRule merged = index.outbound("shop", Map.of(), REVIEWS).orElseThrow();

    assertThat(merged.rule().subsets()).extracting(Subset::name).containsExactly("v1", "v2", "v3");
    assertThat(merged.rule().trafficPolicy()).contains(policy);
    assertThat(merged.from())
        .containsExactly(
            new ConfigKey("DestinationRule", "shop", "older"),
            new ConfigKey("DestinationRule", "shop", "newer"));
    assertThat(problems)
        .singleElement()
        .extracting(Problem::path)
        .isEqualTo("spec.subsets[0].name");
  }

  @Test
  void shortHostsAreOfTheNamespaceOfTheRule() {
    DestinationRuleIndex index =
        index(DestinationRule.builder().metadata(meta("shop", "a", 2020)).host("reviews").build());

    assertThat(chosen(index, "elsewhere", Map.of())).contains("a");
  }

  @Test
  void aWildcardOfTheClientBeatsTheExactHostOfTheService() {
    DestinationRuleIndex index =
        index(
            rule("shop", "exact", 2020).build(),
            DestinationRule.builder()
                .metadata(meta("client", "wild", 2021))
                .host("*.local")
                .build());

    assertThat(chosen(index, "client", Map.of())).contains("wild");
    assertThat(chosen(index, "other", Map.of())).contains("exact");
  }

  @Test
  void theHostIsChosenBeforeItIsSeenWhetherItsRuleIsExported() {
    DestinationRuleIndex index =
        index(
            rule("shop", "exact", 2020).exportTo("friend").build(),
            DestinationRule.builder().metadata(meta("shop", "wild", 2020)).host("*.local").build(),
            DestinationRule.builder()
                .metadata(meta("istio-system", "root", 2020))
                .host("*.local")
                .build());

    assertThat(chosen(index, "friend", Map.of())).contains("exact");
    assertThat(chosen(index, "stranger", Map.of())).contains("root");
  }

  @Test
  void rulesOfTheRootNamespaceComeLastForItsOwnClientsUnlessPrivate() {
    DestinationRule root =
        DestinationRule.builder().metadata(meta("istio-system", "root", 2020)).host("*").build();
    DestinationRule service = rule("shop", "service", 2020).build();

    assertThat(chosen(index(root, service), "istio-system", Map.of())).contains("service");
    assertThat(
            chosen(
                index(root.toBuilder().exportTo(".").build(), service), "istio-system", Map.of()))
        .contains("root");
  }

  @Test
  void rulesForDifferentNamespacesAreNotMergedAndTheNewestCounts() {
    DestinationRuleIndex index =
        index(
            rule("shop", "private", 2020).exportTo(".").build(),
            rule("shop", "public", 2021).exportTo("*").build());

    assertThat(chosen(index, "shop", Map.of())).contains("public");
  }

  @Test
  void aRuleForMoreNamespacesIsLostWhereItIsMerged() {
    DestinationRuleIndex index =
        index(
            rule("shop", "one", 2020).exportTo("a").build(),
            rule("shop", "two", 2021).exportTo("a", "b").build());

    assertThat(chosen(index, "a", Map.of())).contains("one");
    assertThat(chosen(index, "b", Map.of())).isEmpty();
  }

  @Test
  void aRuleWithSelectorIsForItsWorkloadsAndOutboundOnly() {
    DestinationRuleIndex index =
        index(
            rule("shop", "all", 2020).build(),
            rule("shop", "selected", 2021).workloadSelector(WorkloadSelector.of(V2)).build());

    assertThat(chosen(index, "shop", V2)).contains("selected");
    assertThat(chosen(index, "shop", Map.of())).contains("all");
    assertThat(index.inbound("shop", REVIEWS).map(merged -> merged.rule().metadata().name()))
        .contains("all");
  }

  @Test
  void aPrivateRuleIsSwallowedByOneWithSelector() {
    DestinationRuleIndex index =
        index(
            rule("shop", "all", 2020).exportTo(".").build(),
            rule("shop", "selected", 2021).workloadSelector(WorkloadSelector.of(V2)).build());

    assertThat(chosen(index, "shop", Map.of())).isEmpty();
  }
}
