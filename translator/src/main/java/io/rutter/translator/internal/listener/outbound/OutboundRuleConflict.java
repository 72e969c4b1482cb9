// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;

/**
 * Reports that an earlier chain of the same listener matches the connections of a rule of a
 * VirtualService. Envoy would reject the listener with both. Envoy document: {@code
 * FilterChainMatch}.
 */
final class OutboundRuleConflict {
  private OutboundRuleConflict() {}

  static Problem problem(
      ProxyScope scope,
      OutboundListener listener,
      ConfigPart rule,
      OutboundListener.Conflict conflict) {
    String what =
        conflict.serverName().isEmpty()
            ? "connections: by address only (expected: those that "
            : "TLS server name: " + conflict.serverName() + " (expected: one that ";
    String other = conflict.other().origin().map(ConfigPart::toString).orElse("an older service");
    return Problem.warning(ProblemCode.CONFLICT)
        .object(rule.object())
        .path(rule.path())
        .message(
            what
                + other
                + " does not have on listener "
                + listener.name()
                + " of "
                + scope.proxy().name()
                + "."
                + scope.proxy().namespace()
                + ")")
        .build();
  }
}
