// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.gateway.TlsMode;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.analyze.authorization.KnownWorkload.ServedPort;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import io.rutter.translator.internal.resolve.rule.PeerAuthenticationIndex.Effective;
import io.rutter.translator.internal.resolve.rule.PolicyAttachment;
import java.util.IdentityHashMap;

/**
 * Conditions on who calls where callers have no identity, because no port of the rule takes mutual
 * TLS; and rules that deny some callers where these get past them in plain text. Istio documents:
 * Authorization Policy, {@code Source}; PeerAuthentication.
 */
final class PeerIdentityAnalysis {
  private final MeshIndex mesh;
  private final PolicyWorkloads workloads;

  /** What was found, by workload. */
  private final IdentityHashMap<KnownWorkload, Boolean> open = new IdentityHashMap<>();

  private PeerIdentityAnalysis(MeshIndex mesh, PolicyWorkloads workloads) {
    this.mesh = mesh;
    this.workloads = workloads;
  }

  static void check(MeshIndex mesh, AuthorizationRules rules, PolicyWorkloads workloads) {
    PeerIdentityAnalysis analysis = new PeerIdentityAnalysis(mesh, workloads);
    for (AuthorizationRules.Indexed rule : rules.all()) {
      if (rule.conditions().constraints().anyMatch(c -> c.attribute().isIdentity())) {
        analysis.check(rule, rules);
      }
    }
  }

  private void check(AuthorizationRules.Indexed rule, AuthorizationRules rules) {
    PolicyAttachment attachment = rule.attachment();
    ImmutableList<KnownWorkload> selected = workloads.of(attachment);
    boolean unknown =
        workloads.isComplete(attachment)
            && selected.stream().allMatch(workload -> knowsNobody(workload, rule.conditions()));
    if (unknown) {
      rule.conditions()
          .constraints()
          .filter(constraint -> constraint.attribute().isIdentity())
          .forEach(PeerIdentityAnalysis::reportUnknown);
    } else if (rule.policy().action() == AuthorizationAction.DENY
        && !rule.policy().isDryRun()
        && selected.stream().anyMatch(workload -> isPassed(workload, rule, rules))) {
      reportPassed(rule);
    }
  }

  /** Whether callers show no certificate on any port that the rule is for. */
  private boolean knowsNobody(KnownWorkload workload, RuleConditions rule) {
    if (workload.isGateway()) {
      ImmutableList<MergedServer> servers =
          workload.servers().stream()
              .filter(server -> rule.mayBeFor(server.port()))
              .collect(toImmutableList());
      return !servers.isEmpty()
          && servers.stream().noneMatch(PeerIdentityAnalysis::asksForCertificate);
    }
    Effective modes = modes(workload);
    boolean ownTls =
        mesh.sidecars().forProxy(workload.proxy()).map(Sidecar::ingress).stream()
            .flatMap(listeners -> listeners.stream())
            .anyMatch(listener -> listener.tls().isPresent());
    ImmutableList<Integer> named = rule.namedPorts();
    return !ownTls
        && (named.isEmpty()
            ? modes.mode() == MutualTlsMode.DISABLE
                && modes.portModes().entrySet().stream()
                    .filter(port -> rule.mayBeFor(port.getKey()))
                    .allMatch(port -> port.getValue() == MutualTlsMode.DISABLE)
            : named.stream().allMatch(port -> modes.modeOf(port) == MutualTlsMode.DISABLE));
  }

  private static boolean asksForCertificate(MergedServer server) {
    return !server.isPlaintext()
        && !server.isPassthrough()
        && server.server().tls().filter(tls -> tls.mode() != TlsMode.SIMPLE).isPresent();
  }

  private Effective modes(KnownWorkload workload) {
    return mesh.peerAuthentications()
        .forWorkload(workload.proxy().namespace(), workload.proxy().selectableLabels());
  }

  /**
   * Whether callers without a certificate get past a rule that names some with one: a port takes
   * plain text, and no policy asks anybody for an identity.
   */
  private boolean isPassed(
      KnownWorkload workload, AuthorizationRules.Indexed denying, AuthorizationRules rules) {
    if (!workload.isSidecar() || !isOnlyForIdentities(denying)) {
      return false;
    }
    Effective modes = modes(workload);
    for (ServedPort port : workload.ports()) {
      if (modes.modeOf(port.number()) == MutualTlsMode.PERMISSIVE
          && denying.conditions().mayBeFor(port.number())) {
        return open.computeIfAbsent(workload, w -> isOpen(w, rules));
      }
    }
    return false;
  }

  /** Whether no policy of a workload asks everybody for an identity. */
  private boolean isOpen(KnownWorkload workload, AuthorizationRules rules) {
    return rules.all().stream()
            .filter(rule -> workloads.applies(rule.attachment(), workload))
            .noneMatch(PeerIdentityAnalysis::deniesUnknown)
        && mesh.authorizationPolicies().forProxy(workload.proxy()).stream()
            .map(AuthorizationPolicy::action)
            .allMatch(action -> action == AuthorizationAction.DENY);
  }

  /** Whether each of its callers has an identity that is asked for. */
  private static boolean isOnlyForIdentities(AuthorizationRules.Indexed rule) {
    return rule.conditions().callers().stream()
        .allMatch(
            caller ->
                caller.constraints().stream()
                    .anyMatch(c -> c.attribute().isIdentity() && !c.negated()));
  }

  /** Whether the rule may deny callers without an identity. */
  private static boolean deniesUnknown(AuthorizationRules.Indexed rule) {
    return rule.policy().action() == AuthorizationAction.DENY && !isOnlyForIdentities(rule);
  }

  private static void reportUnknown(Constraint constraint) {
    constraint
        .place()
        .warn(
            ProblemCode.NO_PEER_IDENTITY,
            constraint.name()
                + ": "
                + (constraint.negated() ? "always" : "never")
                + " holds, as no workload of the policy takes mutual TLS (expected: a"
                + " PeerAuthentication other than DISABLE, or a server in mode MUTUAL)");
  }

  private static void reportPassed(AuthorizationRules.Indexed rule) {
    rule.place()
        .note(
            ProblemCode.NO_PEER_IDENTITY,
            "whoever calls in plain text has no identity and is not denied (expected: a"
                + " PeerAuthentication in mode STRICT)");
  }
}
