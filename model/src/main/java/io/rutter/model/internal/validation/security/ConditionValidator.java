// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.internal.validation.HeaderNameRules;
import io.rutter.model.security.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks a {@link Condition}. Istio document: Authorization Policy Conditions. */
final class ConditionValidator {
  /** What Istio had names for, and what does their work now. */
  private static final ImmutableMap<String, String> FORMER =
      ImmutableMap.of(
          "destination.namespace", "the namespace of the policy says it",
          "destination.labels", "the selector of the policy says it",
          "destination.name", "the selector of the policy says it",
          "destination.user", "the selector of the policy says it");

  private ConditionValidator() {}

  static void validate(Condition condition, Findings at) {
    String key = condition.key();
    if (key.isEmpty()) {
      at.at("key").missing("no key (expected: what to look at, such as source.ip)");
      return;
    }
    if (condition.values().isEmpty() && condition.notValues().isEmpty()) {
      at.missing("no values (expected: values or notValues)");
    }
    Optional<ConditionAttribute> attribute = ConditionAttribute.of(key);
    if (attribute.isEmpty()) {
      at.at("key").invalid("key: \"" + key + "\" (expected: " + expected(key) + ")");
      return;
    }
    if (attribute.get() == ConditionAttribute.REQUEST_HEADERS) {
      String name = key.substring(key.indexOf('[') + 1, key.length() - 1);
      HeaderNameRules.checkLine(name, at.at("key"));
    }
    if (attribute.get() == ConditionAttribute.REQUEST_AUTH_CLAIMS && key.contains("[]")) {
      at.at("key").invalid("key: \"" + key + "\" (expected: names of claims, none empty)");
    }
    validate(attribute.get(), condition.values(), at.at("values"));
    validate(attribute.get(), condition.notValues(), at.at("notValues"));
  }

  private static void validate(ConditionAttribute attribute, List<String> values, Findings at) {
    switch (attribute) {
      case SOURCE_IP, REMOTE_IP, DESTINATION_IP -> PolicyValueRules.checkAddresses(values, at);
      case DESTINATION_PORT -> PolicyValueRules.checkPorts(values, at);
      case SOURCE_SERVICE_ACCOUNT -> PolicyValueRules.checkAccounts(values, at);
      case SOURCE_TRUST_DOMAIN -> PolicyValueRules.checkTrustDomains(values, at);
      default -> PolicyValueRules.checkTexts(values, at);
    }
  }

  private static String expected(String key) {
    int open = key.indexOf('[');
    String former = FORMER.get(open < 0 ? key : key.substring(0, open));
    if (former != null) {
      return former;
    }
    return Arrays.stream(ConditionAttribute.values())
        .filter(attribute -> attribute.isMeantBy(key))
        .map(ConditionAttribute::form)
        .findFirst()
        .orElseGet(ConditionValidator::all);
  }

  private static String all() {
    return "one of "
        + Arrays.stream(ConditionAttribute.values())
            .map(ConditionAttribute::form)
            .collect(joining(", "));
  }
}
