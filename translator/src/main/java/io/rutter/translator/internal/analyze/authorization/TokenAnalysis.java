// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.internal.collect.Suggestions;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.security.JwtRule;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.rule.PolicyAttachment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Conditions on tokens where nobody looks at tokens, as no RequestAuthentication applies, or none
 * has the issuer. Istio document: Authorization Policy, {@code requestPrincipals}.
 */
final class TokenAnalysis {
  /** Kinds whose objects may make proxies look at tokens though they are not translated. */
  private static final ImmutableList<String> LOOKING =
      ImmutableList.of("RequestAuthentication", "EnvoyFilter", "WasmPlugin");

  private static final String ISSUER = "request.auth.claims[iss]";

  private final MeshIndex mesh;
  private final PolicyWorkloads workloads;

  /** What was found; a policy may have thousands of rules, which all ask. */
  private final Map<PolicyAttachment, ImmutableSet<String>> issuers = new HashMap<>();

  private TokenAnalysis(MeshIndex mesh, PolicyWorkloads workloads) {
    this.mesh = mesh;
    this.workloads = workloads;
  }

  static void check(MeshIndex mesh, AuthorizationRules rules, PolicyWorkloads workloads) {
    if (mayHaveOthers(mesh)) {
      return;
    }
    TokenAnalysis analysis = new TokenAnalysis(mesh, workloads);
    for (AuthorizationRules.Indexed rule : rules.all()) {
      ImmutableList<Constraint> ofTokens =
          rule.conditions()
              .constraints()
              .filter(constraint -> constraint.attribute().isOfToken())
              .collect(toImmutableList());
      if (!ofTokens.isEmpty()) {
        PolicyAttachment policy = rule.attachment();
        if (analysis.isWithoutTokens(policy)) {
          ofTokens.forEach(TokenAnalysis::report);
        } else {
          ImmutableSet<String> issuers =
              analysis.issuers.computeIfAbsent(policy, analysis::issuers);
          ofTokens.forEach(constraint -> checkIssuers(constraint, issuers));
        }
      }
    }
  }

  /** Whether something that is not translated may look at tokens. */
  static boolean mayHaveOthers(MeshIndex mesh) {
    return LOOKING.stream().anyMatch(InactiveObjects.of(mesh.snapshot())::hasKind);
  }

  /** Whether no workload of a policy, known or not, can have a rule for tokens. */
  private boolean isWithoutTokens(PolicyAttachment policy) {
    boolean noneInScope =
        mesh.snapshot().requestAuthentications().stream()
            .filter(tokens -> !tokens.jwtRules().isEmpty())
            .map(PolicyAttachment::of)
            .noneMatch(tokens -> workloads.mayShareWorkloads(tokens, policy));
    ImmutableList<KnownWorkload> selected = workloads.of(policy);
    return noneInScope
        || (workloads.isComplete(policy)
            && selected.stream().noneMatch(KnownWorkload::hasTokenRules));
  }

  /** The issuers of tokens that workloads of the policy may accept. */
  private ImmutableSet<String> issuers(PolicyAttachment policy) {
    return mesh.snapshot().requestAuthentications().stream()
        .filter(tokens -> workloads.mayShareWorkloads(PolicyAttachment.of(tokens), policy))
        .flatMap(tokens -> tokens.jwtRules().stream())
        .map(JwtRule::issuer)
        .collect(toImmutableSet());
  }

  private static void checkIssuers(Constraint constraint, ImmutableSet<String> issuers) {
    for (int i = 0; i < constraint.values().size(); i++) {
      Optional<TextPattern> issuer = issuer(constraint, constraint.values().get(i));
      if (issuer.isPresent() && issuers.stream().noneMatch(known -> mayBe(issuer.get(), known))) {
        constraint
            .place()
            .at(i)
            .warn(
                ProblemCode.NO_REQUEST_AUTHENTICATION,
                constraint.name()
                    + ": no RequestAuthentication of the workloads of the policy has the issuer \""
                    + issuer.get().written()
                    + "\" (expected: "
                    + Suggestions.nearest(issuer.get().text(), issuers)
                        .orElseGet(() -> String.join(" or ", issuers))
                    + ")");
      }
    }
  }

  /** Whether a rule for tokens accepts an issuer that is asked for; one without an issuer may. */
  private static boolean mayBe(TextPattern asked, String known) {
    return known.isEmpty() || asked.matches(known);
  }

  /** The issuers that a value asks for; absent if it says nothing of them. */
  private static Optional<TextPattern> issuer(Constraint constraint, Constraint.Value value) {
    return value.sets().stream()
        .findFirst()
        .flatMap(
            set -> {
              if (set instanceof TokenIdentity token) {
                return Optional.of(token.issuer());
              }
              return constraint.key().equals(ISSUER) && set instanceof TextPattern pattern
                  ? Optional.of(pattern)
                  : Optional.empty();
            });
  }

  private static void report(Constraint constraint) {
    constraint
        .place()
        .warn(
            ProblemCode.NO_REQUEST_AUTHENTICATION,
            constraint.name()
                + ": "
                + (constraint.negated() ? "always" : "never")
                + " holds, as no RequestAuthentication applies to the workloads of the policy"
                + " (expected: one with a rule for the issuer)");
  }
}
