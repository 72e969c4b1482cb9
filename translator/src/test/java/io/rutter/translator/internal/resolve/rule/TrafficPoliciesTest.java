// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.destinationrule.ConnectionPool;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.OutlierDetection;
import io.rutter.model.destinationrule.PortTrafficPolicy;
import io.rutter.model.destinationrule.RetryBudget;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.destinationrule.TrafficPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrafficPoliciesTest {
  private static final LoadBalancer BALANCER = LoadBalancer.builder().build();
  private static final OutlierDetection DETECTION = OutlierDetection.builder().build();
  private static final ConnectionPool POOL = ConnectionPool.builder().build();
  private static final RetryBudget BUDGET = RetryBudget.builder().build();

  private static final TrafficPolicy RULE =
      TrafficPolicy.builder()
          .loadBalancer(BALANCER)
          .retryBudget(BUDGET)
          .portLevelSettings(
              PortTrafficPolicy.builder().port(443).outlierDetection(DETECTION).build())
          .build();

  private static Subset subset(TrafficPolicy policy) {
    return Subset.builder().name("v1").trafficPolicy(policy).build();
  }

  @Test
  void settingsOfThePortReplaceThoseOfTheRuleAsAWhole() {
    assertThat(TrafficPolicies.forPort(Optional.of(RULE), 443))
        .contains(TrafficPolicy.builder().outlierDetection(DETECTION).build());
  }

  @Test
  void otherPortsKeepTheRule() {
    assertThat(TrafficPolicies.forPort(Optional.of(RULE), 80)).contains(RULE);
  }

  @Test
  void blocksOfTheSubsetWinOverThoseOfTheRule() {
    Optional<TrafficPolicy> merged =
        TrafficPolicies.forSubset(
            Optional.of(RULE), subset(TrafficPolicy.builder().connectionPool(POOL).build()), 80);

    assertThat(merged)
        .contains(
            TrafficPolicy.builder()
                .loadBalancer(BALANCER)
                .connectionPool(POOL)
                .retryBudget(BUDGET)
                .build());
  }

  @Test
  void settingsOfThePortInTheSubsetReplaceFourBlocksOnly() {
    TrafficPolicy policy =
        TrafficPolicy.builder()
            .portLevelSettings(PortTrafficPolicy.builder().port(80).connectionPool(POOL).build())
            .build();

    assertThat(TrafficPolicies.forSubset(Optional.of(RULE), subset(policy), 80))
        .contains(TrafficPolicy.builder().connectionPool(POOL).retryBudget(BUDGET).build());
  }

  @Test
  void aSubsetWithoutPolicyHasThatOfTheRule() {
    assertThat(
            TrafficPolicies.forSubset(Optional.of(RULE), Subset.builder().name("v1").build(), 80))
        .contains(RULE);
  }
}
