// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import com.google.common.collect.ImmutableList;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.resolve.MeshIndex;

/**
 * All findings about AuthorizationPolicies and RequestAuthentications. Istio documents:
 * Authorization Policy; Request Authentication.
 */
public final class AuthorizationAnalysis {
  private AuthorizationAnalysis() {}

  public static void run(MeshIndex mesh, ProblemSink problems) {
    AuthorizationRules rules = AuthorizationRules.of(mesh, problems);
    PolicyWorkloads workloads = PolicyWorkloads.of(mesh);
    ImmutableList<AttachedPolicy> policies = AttachedPolicy.all(mesh.snapshot(), problems);
    PolicyTargetAnalysis.check(mesh, policies, workloads);
    EnforcementAnalysis.check(policies, workloads);
    UnmatchedValueAnalysis.check(rules, mesh.settings().pathNormalization());
    UnmetConditionAnalysis.check(rules);
    HiddenAllowAnalysis.check(rules, workloads);
    TcpPortAnalysis.check(rules, workloads);
    AuthorizedPortAnalysis.check(mesh, rules, workloads);
    CustomActionAnalysis.check(mesh, rules, workloads, problems);
    UnknownCallerAnalysis.check(mesh, rules);
    PeerIdentityAnalysis.check(mesh, rules, workloads);
    TokenAnalysis.check(mesh, rules, workloads);
    TokenPlaceAnalysis.check(mesh, problems);
    ClaimRouteAnalysis.check(mesh, workloads, problems);
  }
}
