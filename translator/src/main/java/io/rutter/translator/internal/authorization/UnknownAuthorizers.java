// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.authorization;

import io.rutter.model.ConfigKey;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.AuthorizationProvider;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.HashMap;
import java.util.Map;

/**
 * Policies of action CUSTOM whose provider nobody can ask, on whatever proxy: what they are about
 * is denied. Istio document: Authorization Policy, {@code provider}.
 */
public final class UnknownAuthorizers {
  private UnknownAuthorizers() {}

  /** Reports each policy that names such a provider. */
  public static void report(MeshIndex mesh, ProblemSink problems) {
    Map<String, Boolean> known = new HashMap<>();
    for (AuthorizationPolicy policy : mesh.snapshot().authorizationPolicies()) {
      if (policy.action() == AuthorizationAction.CUSTOM) {
        String name = policy.provider().map(AuthorizationProvider::name).orElse("");
        if (!known.computeIfAbsent(name, n -> Authorizer.find(mesh, n).isPresent())) {
          problems.report(problem(policy, name));
        }
      }
    }
  }

  private static Problem problem(AuthorizationPolicy policy, String name) {
    return Problem.warning(ProblemCode.UNKNOWN_PROVIDER)
        .message(
            "provider "
                + name
                + " (expected: an extension provider of the mesh, envoyExtAuthzHttp or"
                + " envoyExtAuthzGrpc, with a service of one namespace; what the policy is about is"
                + " denied)")
        .object(ConfigKey.of("AuthorizationPolicy", policy.metadata()))
        .path("spec.provider.name")
        .build();
  }
}
