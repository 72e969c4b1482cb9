// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import io.rutter.model.internal.validation.Findings;
import io.rutter.model.security.Operation;

/** Checks an {@link Operation}. Istio document: Authorization Policy, {@code Operation}. */
final class OperationValidator {
  private static final Operation EMPTY = Operation.builder().build();

  private OperationValidator() {}

  static void validate(Operation operation, Findings at) {
    if (operation.equals(EMPTY)) {
      at.missing("no field (expected: at least one)");
    }
    PolicyValueRules.checkTexts(operation.hosts(), at.at("hosts"));
    PolicyValueRules.checkTexts(operation.notHosts(), at.at("notHosts"));
    PolicyValueRules.checkPorts(operation.ports(), at.at("ports"));
    PolicyValueRules.checkPorts(operation.notPorts(), at.at("notPorts"));
    PolicyValueRules.checkTexts(operation.methods(), at.at("methods"));
    PolicyValueRules.checkTexts(operation.notMethods(), at.at("notMethods"));
    PolicyValueRules.checkTexts(operation.paths(), at.at("paths"));
    PolicyValueRules.checkTexts(operation.notPaths(), at.at("notPaths"));
    PathTemplateRules.check(operation.paths(), at.at("paths"));
    PathTemplateRules.check(operation.notPaths(), at.at("notPaths"));
  }
}
