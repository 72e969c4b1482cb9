// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.internal.collect.Suggestions;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.problem.ProblemCode;
import io.rutter.translator.internal.analyze.authorization.TextPattern.Form;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.authorization.TrustDomains;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.Collection;
import java.util.Optional;

/**
 * Callers of AuthorizationPolicies that the mesh does not have: namespaces without an object,
 * service accounts without a pod, and the usual trust domain where the mesh has another. Istio
 * document: Authorization Policy, {@code Source}.
 */
final class UnknownCallerAnalysis {
  private final KnownCallers callers;
  private final TrustDomains trustDomains;

  private UnknownCallerAnalysis(KnownCallers callers, TrustDomains trustDomains) {
    this.callers = callers;
    this.trustDomains = trustDomains;
  }

  static void check(MeshIndex mesh, AuthorizationRules rules) {
    UnknownCallerAnalysis analysis =
        new UnknownCallerAnalysis(KnownCallers.of(mesh), TrustDomains.of(mesh.settings()));
    rules.all().stream()
        .flatMap(rule -> rule.conditions().constraints())
        .filter(constraint -> constraint.attribute().isIdentity())
        .forEach(analysis::check);
  }

  private void check(Constraint constraint) {
    for (int i = 0; i < constraint.values().size(); i++) {
      Constraint.Value value = constraint.values().get(i);
      FindingPlace place = constraint.place().at(i);
      if (constraint.isOfTrustDomains()
          && value.text().equals(MeshDefaults.TRUST_DOMAIN)
          && !trustDomains.names().contains(value.text())) {
        place.warn(
            ProblemCode.UNKNOWN_TRUST_DOMAIN,
            "trust domain: "
                + value.text()
                + " is not the mesh's, and stands for it in principals only (expected: "
                + trustDomains.names().get(0)
                + ")");
      }
      if (value.sets().get(0) instanceof Identity identity && isOfMesh(identity.domain())) {
        check(identity, place);
      }
    }
  }

  private boolean isOfMesh(TextPattern domain) {
    return trustDomains.names().stream().anyMatch(domain::matches);
  }

  private void check(Identity identity, FindingPlace place) {
    TextPattern namespace = identity.namespace();
    if (callers.hasNoNamespace(namespace)) {
      place.warn(
          ProblemCode.UNKNOWN_NAMESPACE,
          "namespace: "
              + namespace.written()
              + " is not there (expected: "
              + nearest(namespace.text(), callers.namespaces(), "a namespace of the mesh")
              + ")");
    } else if (namespace.form() == Form.EXACT && identity.account().form() == Form.EXACT) {
      checkAccount(namespace.text(), identity.account().text(), place);
    }
  }

  private void checkAccount(String namespace, String account, FindingPlace place) {
    Optional<ImmutableSet<String>> known = callers.accounts(namespace);
    if (known.isPresent() && !callers.hasAccount(namespace, account)) {
      place.warn(
          ProblemCode.UNKNOWN_ACCOUNT,
          "service account: no pod of namespace "
              + namespace
              + " has "
              + account
              + " (expected: "
              + nearest(account, known.get(), "the account of a pod")
              + ")");
    }
  }

  private static String nearest(String name, Collection<String> known, String other) {
    return Suggestions.nearest(name, known).orElse(other);
  }
}
