// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.model.security.Condition;
import io.rutter.model.security.Source;
import java.util.List;

/**
 * What a policy that asks an extension provider may not look at: it comes before everything that
 * finds out who calls. Istio document: Authorization Policy, {@code Action}.
 */
final class CustomActionRules {
  private CustomActionRules() {}

  static void check(AuthorizationRule rule, Findings at) {
    for (int i = 0; i < rule.from().size(); i++) {
      check(rule.from().get(i), at.at("from").at(i).at("source"));
    }
    for (int i = 0; i < rule.when().size(); i++) {
      Condition condition = rule.when().get(i);
      if (ConditionAttribute.of(condition.key())
          .filter(ConditionAttribute::isOfCaller)
          .isPresent()) {
        refuse(at.at("when").at(i).at("key"), "key: \"" + condition.key() + "\"");
      }
    }
  }

  private static void check(Source source, Findings at) {
    refuse("principals", source.principals(), at);
    refuse("notPrincipals", source.notPrincipals(), at);
    refuse("requestPrincipals", source.requestPrincipals(), at);
    refuse("notRequestPrincipals", source.notRequestPrincipals(), at);
    refuse("namespaces", source.namespaces(), at);
    refuse("notNamespaces", source.notNamespaces(), at);
    refuse("serviceAccounts", source.serviceAccounts(), at);
    refuse("notServiceAccounts", source.notServiceAccounts(), at);
    refuse("trustDomains", source.trustDomains(), at);
    refuse("notTrustDomains", source.notTrustDomains(), at);
  }

  private static void refuse(String field, List<String> values, Findings at) {
    if (!values.isEmpty()) {
      refuse(at.at(field), field);
    }
  }

  private static void refuse(Findings at, String what) {
    at.invalid(what + " with the action CUSTOM (expected: nothing about who calls)");
  }
}
