// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HttpStatusRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.virtualservice.RetryPolicy;

/** Checks a {@link RetryPolicy}. */
public final class RetryPolicyValidator {
  /** Envoy document: {@code x-envoy-retry-on} and {@code x-envoy-retry-grpc-on}. */
  private static final ImmutableSet<String> CONDITIONS =
      ImmutableSet.of(
          "5xx",
          "gateway-error",
          "reset",
          "reset-before-request",
          "connect-failure",
          "retriable-4xx",
          "refused-stream",
          "retriable-status-codes",
          "retriable-headers",
          "envoy-ratelimited",
          "http3-post-connect-failure",
          "cancelled",
          "deadline-exceeded",
          "internal",
          "resource-exhausted",
          "unavailable");

  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  private RetryPolicyValidator() {}

  /** Checks the policy here. */
  public static void validate(RetryPolicy policy, Findings at) {
    validateDefault(policy, at);
    if (policy.attempts().orElse(0) == 0
        && (policy.perTryTimeout().isPresent()
            || policy.retryOn().isPresent()
            || policy.retryRemoteLocalities().isPresent())) {
      at.conflicting("retries are off with attempts: 0 (expected: no other field)");
    }
    policy.retryOn().ifPresent(conditions -> checkConditions(conditions, at.at("retryOn")));
  }

  /** Checks the mesh's policy for routes without one, which may also turn retries off. */
  public static void validateDefault(RetryPolicy policy, Findings at) {
    int attempts = policy.attempts().orElse(0);
    if (attempts < 0) {
      at.at("attempts").invalid("attempts: " + attempts + " (expected: >= 0)");
    }
    policy.perTryTimeout().ifPresent(t -> ValueRules.checkDuration(t, at.at("perTryTimeout")));
    policy.backoff().ifPresent(t -> ValueRules.checkDuration(t, at.at("backoff")));
  }

  private static void checkConditions(String conditions, Findings at) {
    for (String condition : Splitter.on(',').split(conditions)) {
      boolean status =
          !condition.isEmpty()
              && condition.length() <= 3
              && DIGITS.matchesAllOf(condition)
              && HttpStatusRules.isRegistered(Integer.parseInt(condition));
      if (!status && !CONDITIONS.contains(condition)) {
        at.invalid(
            "condition: \"" + condition + "\" (expected: one of Envoy's, or an HTTP status code)");
      }
    }
  }
}
