// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import com.google.common.collect.ImmutableList;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.TrafficPolicy;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.analyze.known.PortList;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings of DestinationRules for a port that no service of the host has. Not reported where no
 * service has the host, or something that is not translated may have it. Istio document:
 * Destination Rule, {@code PortTrafficPolicy}.
 */
public final class PolicyPortAnalysis {
  private static final String KIND = "DestinationRule";

  private final Set<Integer> known;

  private PolicyPortAnalysis(Set<Integer> known) {
    this.known = known;
  }

  public static void run(MeshIndex mesh, RuleClients clients, ProblemSink problems) {
    InactiveObjects inactive = InactiveObjects.of(mesh.snapshot());
    for (DestinationRule rule : mesh.snapshot().destinationRules()) {
      String host = RuleClients.fullHost(mesh, rule);
      ImmutableList<Service> services = clients.servicesOf(rule);
      if (inactive.mayHaveHostOf(host) || services.stream().anyMatch(PolicyPortAnalysis::isVague)) {
        continue;
      }
      Set<Integer> ports = new TreeSet<>();
      services.forEach(service -> service.ports().forEach(port -> ports.add(port.number())));
      if (!ports.isEmpty()) {
        new PolicyPortAnalysis(ports)
            .check(rule, FindingPlace.spec(KIND, rule.metadata(), problems));
      }
    }
  }

  /** An alias stands for the ports of another service. */
  private static boolean isVague(Service service) {
    return service.aliasOf().isPresent() || service.ports().isEmpty();
  }

  private void check(DestinationRule rule, FindingPlace spec) {
    check(rule.trafficPolicy(), spec.at("trafficPolicy"));
    for (int i = 0; i < rule.subsets().size(); i++) {
      check(rule.subsets().get(i).trafficPolicy(), spec.at("subsets").at(i).at("trafficPolicy"));
    }
  }

  private void check(Optional<TrafficPolicy> policy, FindingPlace place) {
    var settings = policy.map(TrafficPolicy::portLevelSettings).orElse(ImmutableList.of());
    for (int i = 0; i < settings.size(); i++) {
      int port = settings.get(i).port().orElse(0);
      if (port != 0 && !known.contains(port)) {
        place
            .at("portLevelSettings")
            .at(i)
            .at("port.number")
            .warn(
                ProblemCode.UNKNOWN_PORT,
                "port: "
                    + port
                    + ", which no service of the host has (expected: "
                    + PortList.of(known)
                    + ")");
      }
    }
  }
}
