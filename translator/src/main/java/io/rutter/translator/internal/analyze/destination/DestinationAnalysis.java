// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.Protocol;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.Subset;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.analyze.known.KnownHosts;
import io.rutter.translator.internal.analyze.rule.RuleClients;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import java.util.OptionalInt;

/**
 * Destinations of VirtualServices for which no proxy that gets the rule has a cluster: there is no
 * such service, port or subset, or none is exported to the proxies. Envoy answers 503 for them.
 */
public final class DestinationAnalysis {
  private final MeshIndex mesh;
  private final InactiveObjects inactive;
  private final KnownHosts hosts;
  private final RuleClients ruleClients;

  private DestinationAnalysis(MeshIndex mesh, KnownHosts hosts, RuleClients ruleClients) {
    this.mesh = mesh;
    this.inactive = InactiveObjects.of(mesh.snapshot());
    this.hosts = hosts;
    this.ruleClients = ruleClients;
  }

  public static void run(
      MeshIndex mesh,
      KnownHosts hosts,
      ImmutableSet<String> namespaces,
      RuleClients ruleClients,
      ProblemSink problems) {
    DestinationAnalysis analysis = new DestinationAnalysis(mesh, hosts, ruleClients);
    for (VirtualService virtualService : mesh.virtualServices().declared()) {
      ImmutableSet<String> viewers = Viewers.of(mesh, namespaces, virtualService);
      FindingPlace spec = FindingPlace.spec("VirtualService", virtualService.metadata(), problems);
      for (PlacedDestination destination : PlacedDestination.of(virtualService, spec)) {
        analysis.check(destination, viewers);
      }
    }
  }

  private void check(PlacedDestination placed, ImmutableSet<String> viewers) {
    String host = placed.destination().host();
    if (inactive.mayHaveHost(host)) {
      return;
    }
    ImmutableList<Service> services = hosts.behind(host);
    if (services.isEmpty()) {
      report(
          placed,
          "host",
          ProblemCode.UNKNOWN_HOST,
          "host: " + host + " is no service (" + hosts.suggestion(host) + ")");
      return;
    }
    OptionalInt port = placed.destination().port();
    if (port.isPresent()
        && services.stream().noneMatch(s -> DeclaredPorts.has(s, port.getAsInt()))) {
      report(
          placed,
          "port.number",
          ProblemCode.UNKNOWN_PORT,
          "port: " + port.getAsInt() + " (expected: " + ports(services) + ")");
    }
    ImmutableSet<String> clients = Viewers.of(placed, viewers);
    if (!clients.isEmpty()) {
      checkVisible(placed, services, clients);
    }
  }

  /** An error if requests fail. */
  private static void report(
      PlacedDestination placed, String field, ProblemCode code, String message) {
    FindingPlace place = placed.place().at(field);
    if (placed.idle()) {
      place.warn(code, message);
    } else {
      place.error(code, message);
    }
  }

  private static String ports(ImmutableList<Service> services) {
    return services.stream()
            .flatMap(service -> service.ports().stream())
            .filter(port -> port.protocol() != Protocol.UDP)
            .map(ServicePort::number)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(joining(" or "))
        + " of "
        + services.get(0).hostname();
  }

  private void checkVisible(
      PlacedDestination placed, ImmutableList<Service> services, ImmutableSet<String> clients) {
    String host = placed.destination().host();
    if (clients.stream().noneMatch(n -> services.stream().anyMatch(s -> sees(n, s)))) {
      report(
          placed,
          "host",
          ProblemCode.HIDDEN_HOST,
          "host: "
              + host
              + " is not exported to those who have the rule (expected: exportTo of "
              + services.get(0).sourceKind()
              + "/"
              + services.get(0).namespace()
              + "/"
              + services.get(0).metadata().name()
              + " with their namespaces)");
      return;
    }
    String subset = placed.destination().subset().orElse("");
    if (!subset.isEmpty()
        && services.stream().noneMatch(s -> inactive.mayHaveSubset(s.hostname(), subset))
        && services.stream().noneMatch(s -> someHas(clients, s, subset))) {
      report(
          placed,
          "subset",
          ProblemCode.UNKNOWN_SUBSET,
          "subset: " + subset + " (" + expectedSubset(services, subset) + ")");
    }
  }

  /**
   * A proxy has clusters for services that are exported to it, and always for those of its own
   * namespace.
   */
  private boolean sees(String namespace, Service service) {
    return mesh.services().isVisible(service, namespace) || service.namespace().equals(namespace);
  }

  /** Whether a client has the subset; those that are like all others stand for each other. */
  private boolean someHas(ImmutableSet<String> clients, Service service, String subset) {
    ImmutableSet<String> different = ruleClients.of(service);
    return different.stream().anyMatch(n -> clients.contains(n) && has(n, service, subset))
        || clients.stream()
            .filter(n -> !different.contains(n))
            .findFirst()
            .filter(n -> has(n, service, subset))
            .isPresent();
  }

  private boolean has(String namespace, Service service, String subset) {
    return sees(namespace, service)
        && mesh.destinationRules().possible(namespace, service).stream()
            .flatMap(merged -> merged.rule().subsets().stream())
            .anyMatch(known -> known.name().equals(subset));
  }

  private String expectedSubset(ImmutableList<Service> services, String subset) {
    ImmutableList<DestinationRule> rules =
        services.stream()
            .flatMap(
                service ->
                    ruleClients.of(service).stream()
                        .flatMap(n -> mesh.destinationRules().possible(n, service).stream()))
            .map(MergedDestinationRule::rule)
            .distinct()
            .collect(toImmutableList());
    for (DestinationRule rule : rules) {
      if (rule.subsets().stream().anyMatch(known -> known.name().equals(subset))) {
        return "expected: exported to those who have the rule, but it is in DestinationRule/"
            + rule.metadata().namespace()
            + "/"
            + rule.metadata().name();
      }
    }
    ImmutableSet<String> names =
        rules.stream()
            .flatMap(rule -> rule.subsets().stream())
            .map(Subset::name)
            .collect(toImmutableSet());
    String host = services.get(0).hostname();
    return names.isEmpty()
        ? "expected: none, or a DestinationRule for " + host + " that has it"
        : "expected: " + String.join(" or ", names) + ", which DestinationRules have for " + host;
  }
}
