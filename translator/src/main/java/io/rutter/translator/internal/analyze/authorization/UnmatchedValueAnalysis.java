// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.mesh.PathNormalizationType;
import io.rutter.model.problem.ProblemCode;
import io.rutter.translator.internal.analyze.authorization.TextPattern.Form;
import java.util.Optional;

/**
 * Values of AuthorizationPolicies that match no request, whatever else the rule says: methods that
 * are not in capitals, paths as none arrives, tokens without a subject. Istio document:
 * Authorization Policy, {@code Operation} and {@code Source}.
 */
final class UnmatchedValueAnalysis {
  /** RFC 9110, 9.1, and PATCH of RFC 5789. */
  private static final ImmutableSet<String> METHODS =
      ImmutableSet.of(
          "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

  private final PathNormalizationType normalization;

  private UnmatchedValueAnalysis(PathNormalizationType normalization) {
    this.normalization = normalization;
  }

  static void check(AuthorizationRules rules, PathNormalizationType normalization) {
    UnmatchedValueAnalysis analysis = new UnmatchedValueAnalysis(normalization);
    rules.all().stream().flatMap(rule -> rule.conditions().constraints()).forEach(analysis::check);
  }

  private void check(Constraint constraint) {
    for (int i = 0; i < constraint.values().size(); i++) {
      Constraint.Value value = constraint.values().get(i);
      Optional<String> reason = reason(constraint, value);
      if (reason.isPresent()) {
        constraint
            .place()
            .at(i)
            .warn(
                ProblemCode.NEVER_MATCHES,
                constraint.name() + ": " + value.text() + " matches nothing, " + reason.get());
      }
    }
  }

  private Optional<String> reason(Constraint constraint, Constraint.Value value) {
    return value.sets().stream()
        .findFirst()
        .flatMap(
            set ->
                switch (constraint.attribute().kind()) {
                  case METHOD -> method((TextPattern) set, value.text());
                  case PATH -> UnmatchedPaths.reason(set, normalization);
                  case TOKEN -> token((TokenIdentity) set, value.text());
                  default -> Optional.empty();
                });
  }

  private static Optional<String> method(TextPattern method, String value) {
    String capitals = Ascii.toUpperCase(method.text());
    boolean known =
        switch (method.form()) {
          case EXACT -> METHODS.contains(capitals);
          case PREFIX -> METHODS.stream().anyMatch(name -> name.startsWith(capitals));
          case SUFFIX -> METHODS.stream().anyMatch(name -> name.endsWith(capitals));
          case ANY, OTHER -> false;
        };
    return known && !capitals.equals(method.text())
        ? Optional.of("as methods are in capitals (expected: " + Ascii.toUpperCase(value) + ")")
        : Optional.empty();
  }

  private static Optional<String> token(TokenIdentity identity, String value) {
    return identity.subject().form() == Form.EXACT && identity.subject().text().isEmpty()
        ? Optional.of(
            "as it asks for a token with an empty subject (expected: "
                + (value.endsWith("/") ? value : value + "/")
                + "* for all subjects of an issuer)")
        : Optional.empty();
  }
}
