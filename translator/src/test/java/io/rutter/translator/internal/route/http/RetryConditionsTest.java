// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class RetryConditionsTest {
  @Test
  void statusCodesAreTakenOutAndTheirConditionIsAdded() {
    assertThat(RetryConditions.parse("5xx, 503,,gateway-error ,429"))
        .isEqualTo(
            new RetryConditions(
                "5xx,gateway-error,retriable-status-codes", ImmutableList.of(503, 429)));
  }

  @Test
  void theConditionForStatusCodesIsNotAddedTwice() {
    assertThat(RetryConditions.parse("retriable-status-codes,418"))
        .isEqualTo(new RetryConditions("retriable-status-codes", ImmutableList.of(418)));
  }

  @Test
  void nothingButCodesLeavesAnEmptyFirstCondition() {
    assertThat(RetryConditions.parse("503").retryOn()).isEqualTo(",retriable-status-codes");
  }

  @Test
  void numbersThatAreNoStatusCodesStayConditions() {
    assertThat(RetryConditions.parse("306,419,599,reset"))
        .isEqualTo(new RetryConditions("306,419,599,reset", ImmutableList.of()));
  }
}
