// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.mesh.PathNormalizationType;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.registry.SpiffeNames;
import io.rutter.translator.internal.analyze.authorization.TextPattern.Form;
import java.util.Optional;

/**
 * Values of AuthorizationPolicies that match no request, whatever else the rule says: methods that
 * are not in capitals, paths as none arrives, hosts with a slash, names in capitals, tokens without
 * a subject, identities with a scheme. Istio document: Authorization Policy, {@code Operation} and
 * {@code Source}.
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
                constraint.name() + ": " + value.text() + " matches " + reason.get());
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
                  case PATH ->
                      UnmatchedPaths.reason(set, normalization).map(why -> "nothing, " + why);
                  case TOKEN -> token((TokenIdentity) set, value.text());
                  case SERVER_NAME -> serverName((TextPattern) set, value.text());
                  case HOST -> host((TextPattern) set, value.text());
                  case IDENTITY -> identity(value.text());
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
        ? Optional.of(
            "only methods that are written so, and not those in capitals (expected: "
                + Ascii.toUpperCase(value)
                + ")")
        : Optional.empty();
  }

  private static Optional<String> serverName(TextPattern name, String value) {
    String lower = Ascii.toLowerCase(value);
    return name.text().equals(Ascii.toLowerCase(name.text()))
        ? Optional.empty()
        : Optional.of(
            "nothing, as server names are compared in small letters (expected: " + lower + ")");
  }

  private static Optional<String> host(TextPattern host, String value) {
    int scheme = value.indexOf("://");
    String bare = scheme < 0 ? value : value.substring(scheme + "://".length());
    int slash = bare.indexOf('/');
    String expected = slash < 0 ? bare : bare.substring(0, slash);
    boolean named = !CharMatcher.is('*').matchesAllOf(expected);
    return host.text().contains("/")
        ? Optional.of(
            "nothing, as hosts have neither scheme nor path (expected: "
                + (named ? expected : "the name of a host")
                + ")")
        : Optional.empty();
  }

  private static Optional<String> identity(String value) {
    return value.startsWith(SpiffeNames.SCHEME)
        ? Optional.of(
            "nothing, as identities are written without their scheme (expected: "
                + value.substring(SpiffeNames.SCHEME.length())
                + ")")
        : Optional.empty();
  }

  private static Optional<String> token(TokenIdentity identity, String value) {
    return identity.subject().form() == Form.EXACT && identity.subject().text().isEmpty()
        ? Optional.of(
            "only tokens with an empty subject (expected: "
                + (value.endsWith("/") ? value : value + "/")
                + "* for all subjects of an issuer)")
        : Optional.empty();
  }
}
