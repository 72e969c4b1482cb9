// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.model.security.Condition;
import io.rutter.model.security.Operation;
import io.rutter.model.security.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * What a DENY rule denies on TCP ports, where conditions of HTTP are left out of it: more than it
 * says, unless it names ports. Istio document: Authorization Policy, {@code Rule}.
 */
final class DeniedTcpRules {
  private DeniedTcpRules() {}

  static void check(AuthorizationRule rule, Findings at) {
    List<String> lost = new ArrayList<>();
    for (Condition condition : rule.when()) {
      if (isOn(condition, ConditionAttribute.DESTINATION_PORT)) {
        return;
      }
      if (ConditionAttribute.of(condition.key()).filter(ConditionAttribute::isOfHttp).isPresent()) {
        lost.add(condition.key());
      }
    }
    rule.from().forEach(source -> addLost(source, lost));
    boolean everyOperationHasPorts = !rule.to().isEmpty();
    for (Operation operation : rule.to()) {
      if (operation.ports().isEmpty() && operation.notPorts().isEmpty()) {
        everyOperationHasPorts = false;
        addLost(operation, lost);
      }
    }
    if (!lost.isEmpty() && !everyOperationHasPorts) {
      at.warn(
          ProblemCode.DENIES_TCP,
          "on TCP ports the rule denies as if it had no "
              + String.join(", ", lost.stream().distinct().toList())
              + " (expected: ports in each operation, so that it is for those only)");
    }
  }

  private static boolean isOn(Condition condition, ConditionAttribute attribute) {
    return ConditionAttribute.of(condition.key()).filter(attribute::equals).isPresent();
  }

  private static void addLost(Source source, List<String> lost) {
    addLost("requestPrincipals", source.requestPrincipals(), lost);
    addLost("notRequestPrincipals", source.notRequestPrincipals(), lost);
  }

  private static void addLost(Operation operation, List<String> lost) {
    addLost("hosts", operation.hosts(), lost);
    addLost("notHosts", operation.notHosts(), lost);
    addLost("methods", operation.methods(), lost);
    addLost("notMethods", operation.notMethods(), lost);
    addLost("paths", operation.paths(), lost);
    addLost("notPaths", operation.notPaths(), lost);
  }

  private static void addLost(String field, List<String> values, List<String> lost) {
    if (!values.isEmpty()) {
      lost.add(field);
    }
  }
}
