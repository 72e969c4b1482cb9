// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.AuthorizationProvider;
import io.rutter.translator.internal.analyze.authorization.KnownWorkload.Handling;
import io.rutter.translator.internal.analyze.authorization.KnownWorkload.ServedPort;
import io.rutter.translator.internal.authorization.Authorizer;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.rule.PolicyAttachment;
import java.util.Optional;

/**
 * What becomes of policies of action CUSTOM on ports of TCP: a provider that is asked over HTTP is
 * not asked there, one that is asked over gRPC is asked without the conditions on requests. Istio
 * document: Global Mesh Options, {@code envoyExtAuthzHttp} and {@code envoyExtAuthzGrpc}.
 */
final class CustomActionAnalysis {
  private final MeshIndex mesh;
  private final ImmutableListMultimap<PolicyAttachment, AuthorizationRules.Indexed> rules;
  private final PolicyWorkloads workloads;

  private CustomActionAnalysis(
      MeshIndex mesh, AuthorizationRules rules, PolicyWorkloads workloads) {
    this.mesh = mesh;
    this.rules = Multimaps.index(rules.all(), AuthorizationRules.Indexed::attachment);
    this.workloads = workloads;
  }

  static void check(
      MeshIndex mesh, AuthorizationRules rules, PolicyWorkloads workloads, ProblemSink problems) {
    CustomActionAnalysis analysis = new CustomActionAnalysis(mesh, rules, workloads);
    for (AuthorizationPolicy policy : mesh.snapshot().authorizationPolicies()) {
      if (policy.action() == AuthorizationAction.CUSTOM) {
        // Where nobody can be asked, everything is denied.
        Authorizer.find(mesh, name(policy))
            .ifPresent(
                authorizer -> {
                  if (authorizer instanceof Authorizer.Http) {
                    analysis.checkOpen(policy, problems);
                  } else {
                    analysis.checkAsked(policy);
                  }
                });
      }
    }
  }

  private static String name(AuthorizationPolicy policy) {
    return policy.provider().map(AuthorizationProvider::name).orElse("");
  }

  /** The rules of the policy. */
  private ImmutableList<AuthorizationRules.Indexed> of(AuthorizationPolicy policy) {
    return rules.get(PolicyAttachment.of(policy));
  }

  private void checkOpen(AuthorizationPolicy policy, ProblemSink problems) {
    for (AuthorizationRules.Indexed rule : of(policy)) {
      Optional<ServedPort> open = tcpPort(rule);
      if (open.isPresent()) {
        AuthorizationRules.spec(policy, problems)
            .at("provider.name")
            .warn(
                ProblemCode.NOT_ENFORCED,
                "provider: "
                    + name(policy)
                    + " is not asked about TCP port "
                    + open.get().number()
                    + " of "
                    + open.get().what()
                    + ", as it is one of HTTP (expected: envoyExtAuthzGrpc, or ports of HTTP in"
                    + " each rule)");
        return;
      }
    }
  }

  private void checkAsked(AuthorizationPolicy policy) {
    for (AuthorizationRules.Indexed rule : of(policy)) {
      String lost = rule.conditions().ofHttp();
      Optional<ServedPort> asked = lost.isEmpty() ? Optional.empty() : tcpPort(rule);
      asked.ifPresent(
          port ->
              rule.place()
                  .warn(
                      ProblemCode.LOST_ON_TCP,
                      "provider: "
                          + name(policy)
                          + " is asked about TCP port "
                          + port.number()
                          + " of "
                          + port.what()
                          + " as if the rule had no "
                          + lost
                          + " (expected: ports of HTTP in each operation)"));
    }
  }

  /** A port of TCP that a rule is for, where its provider can be asked. */
  private Optional<ServedPort> tcpPort(AuthorizationRules.Indexed rule) {
    return workloads.of(rule.attachment()).stream()
        .filter(this::asks)
        .flatMap(workload -> workload.ports().stream())
        .filter(port -> port.handling() == Handling.TCP)
        .filter(port -> rule.conditions().mayBeFor(port.number()))
        .findFirst();
  }

  /** Of several providers a workload asks none, unless that is an option. */
  private boolean asks(KnownWorkload workload) {
    return mesh.options().multipleCustomProviders()
        || mesh.authorizationPolicies().forProxy(workload.proxy()).stream()
                .filter(policy -> policy.action() == AuthorizationAction.CUSTOM)
                .map(CustomActionAnalysis::name)
                .collect(toImmutableSet())
                .size()
            == 1;
  }
}
