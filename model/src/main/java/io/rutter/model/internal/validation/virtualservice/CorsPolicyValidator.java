// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.virtualservice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.StringMatch;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HeaderNameRules;
import io.rutter.model.internal.validation.ValueRules;
import io.rutter.model.virtualservice.CorsPolicy;

/** Checks a {@link CorsPolicy}. */
final class CorsPolicyValidator {
  private static final ImmutableSet<String> METHODS =
      ImmutableSet.of(
          "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "*");

  private CorsPolicyValidator() {}

  static void validate(CorsPolicy policy, Findings at) {
    for (int i = 0; i < policy.allowOrigins().size(); i++) {
      checkOrigin(policy.allowOrigins().get(i), at.at("allowOrigins").at(i));
    }
    for (int i = 0; i < policy.allowMethods().size(); i++) {
      String method = policy.allowMethods().get(i);
      if (!METHODS.contains(method)) {
        at.at("allowMethods")
            .at(i)
            .invalid("method: \"" + method + "\" (expected: GET, POST, ...)");
      }
    }
    checkHeaders(policy.allowHeaders(), at.at("allowHeaders"));
    checkHeaders(policy.exposeHeaders(), at.at("exposeHeaders"));
    policy
        .maxAge()
        .ifPresent(
            age -> {
              ValueRules.checkDuration(age, at.at("maxAge"));
              if (!age.equals(age.truncatedTo(java.time.temporal.ChronoUnit.SECONDS))) {
                at.at("maxAge").invalid("maxAge: " + age + " (expected: whole seconds)");
              }
            });
  }

  private static void checkOrigin(StringMatch origin, Findings at) {
    if (origin.kind() == StringMatch.Kind.PRESENT || origin.equals(StringMatch.exact(""))) {
      at.invalid("an empty origin (expected: exact, prefix or regex)");
    } else {
      ValueRules.checkStringMatch(origin, at);
    }
  }

  private static void checkHeaders(ImmutableList<String> names, Findings at) {
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals("*") && !HeaderNameRules.isName(names.get(i))) {
        at.at(i).invalid("header name: \"" + names.get(i) + "\" (expected: a header name or *)");
      }
    }
  }
}
