// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemCode;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.rule.PolicyAttachment;

/**
 * Conditions on tokens where nobody looks at tokens, as no RequestAuthentication applies. Istio
 * document: Authorization Policy, {@code requestPrincipals}.
 */
final class TokenAnalysis {
  /** Kinds whose objects may make proxies look at tokens though they are not translated. */
  private static final ImmutableList<String> LOOKING =
      ImmutableList.of("RequestAuthentication", "EnvoyFilter", "WasmPlugin");

  private final MeshIndex mesh;
  private final PolicyWorkloads workloads;

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
      if (rule.conditions().constraints().anyMatch(c -> c.attribute().isOfToken())
          && analysis.isWithoutTokens(PolicyAttachment.of(rule.policy()))) {
        rule.conditions()
            .constraints()
            .filter(constraint -> constraint.attribute().isOfToken())
            .forEach(TokenAnalysis::report);
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
