// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.rutter.model.problem.ProblemCode;
import io.rutter.translator.internal.analyze.authorization.Attribute.Kind;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.ListenedPorts;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import io.rutter.translator.internal.resolve.rule.PolicyAttachment;
import java.util.Optional;

/**
 * Rules for the port of a Service, or of a Gateway, instead of the port that its proxies listen on:
 * no connection arrives on that port. Istio document: Authorization Policy, {@code ports}.
 */
final class AuthorizedPortAnalysis {
  private final MeshIndex mesh;
  private final PolicyWorkloads workloads;

  private AuthorizedPortAnalysis(MeshIndex mesh, PolicyWorkloads workloads) {
    this.mesh = mesh;
    this.workloads = workloads;
  }

  static void check(MeshIndex mesh, AuthorizationRules rules, PolicyWorkloads workloads) {
    AuthorizedPortAnalysis analysis = new AuthorizedPortAnalysis(mesh, workloads);
    for (AuthorizationRules.Indexed rule : rules.all()) {
      PolicyAttachment attachment = rule.attachment();
      ImmutableList<Constraint> ports =
          rule.conditions()
              .constraints()
              .filter(constraint -> constraint.isOf(Kind.PORT))
              .collect(toImmutableList());
      if (!ports.isEmpty() && workloads.isComplete(attachment)) {
        ports.forEach(constraint -> analysis.check(constraint, attachment));
      }
    }
  }

  private void check(Constraint constraint, PolicyAttachment policy) {
    ImmutableList<KnownWorkload> selected = workloads.of(policy);
    boolean gateways = selected.stream().allMatch(KnownWorkload::isGateway);
    boolean sidecars = selected.stream().allMatch(KnownWorkload::isSidecar);
    for (int i = 0; i < constraint.values().size(); i++) {
      Integer number = Ints.tryParse(constraint.values().get(i).text());
      FindingPlace place = constraint.place().at(i);
      if (number != null && gateways) {
        checkGateways(number, selected, place);
      } else if (number != null
          && sidecars
          && selected.stream().anyMatch(workload -> workload.isOnlyOfService(number))) {
        ListenedPorts.of(
                mesh,
                namespace -> workloads.isOfScope(namespace, policy),
                PolicyWorkloads.labels(policy))
            .onlyOfService(number)
            .ifPresent(
                target ->
                    place.warn(ProblemCode.UNKNOWN_PORT, ListenedPorts.message(number, target)));
      }
    }
  }

  private static void checkGateways(
      int number, ImmutableList<KnownWorkload> selected, FindingPlace place) {
    ImmutableList<MergedServer> servers =
        selected.stream()
            .flatMap(workload -> workload.servers().stream())
            .collect(toImmutableList());
    Optional<MergedServer> declared =
        servers.stream().filter(server -> server.declaredPort() == number).findFirst();
    if (declared.isPresent() && servers.stream().noneMatch(server -> server.port() == number)) {
      place.warn(
          ProblemCode.UNKNOWN_PORT,
          "port: "
              + number
              + " is that of "
              + declared.get().gatewayKey()
              + ", no proxy listens on it (expected: "
              + declared.get().port()
              + ", the port of the proxies)");
    }
  }
}
