// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.analyze.known.KnownHosts;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.rule.DestinationRuleIndex;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * DestinationRules that no client uses, wholly or in part: no service has the host, or another rule
 * takes precedence.
 */
public final class DestinationRuleAnalysis {
  private static final String KIND = "DestinationRule";

  /** If more rules than this compete for the same services, unused ones are not reported. */
  private static final int MOST_RIVALS = 100;

  private final MeshIndex mesh;
  private final KnownHosts hosts;
  private final RuleClients clients;
  private final ImmutableSet<ConfigKey> withPolicy;

  private DestinationRuleAnalysis(MeshIndex mesh, KnownHosts hosts, RuleClients clients) {
    this.mesh = mesh;
    this.hosts = hosts;
    this.clients = clients;
    this.withPolicy =
        mesh.snapshot().destinationRules().stream()
            .filter(rule -> rule.trafficPolicy().isPresent())
            .map(rule -> ConfigKey.of(KIND, rule.metadata()))
            .collect(toImmutableSet());
  }

  public static void run(
      MeshIndex mesh, KnownHosts hosts, RuleClients clients, ProblemSink problems) {
    DestinationRuleAnalysis analysis = new DestinationRuleAnalysis(mesh, hosts, clients);
    ImmutableSet<ConfigKey> used = analysis.used();
    for (DestinationRule rule : mesh.snapshot().destinationRules()) {
      analysis.check(
          rule, clients.servicesOf(rule), used, FindingPlace.spec(KIND, rule.metadata(), problems));
    }
  }

  private void check(
      DestinationRule rule,
      ImmutableList<Service> services,
      ImmutableSet<ConfigKey> used,
      FindingPlace spec) {
    if (services.isEmpty()) {
      String host = RuleClients.fullHost(mesh, rule);
      if (InactiveObjects.of(mesh.snapshot()).mayHaveHost(host)) {
        return;
      }
      spec.at("host")
          .warn(
              ProblemCode.UNKNOWN_HOST,
              "host: " + host + " is no service (" + hosts.suggestion(host) + ")");
      return;
    }
    if (!used.contains(spec.object())) {
      if (changesOthers(rule, services)) {
        return;
      }
      spec.at("host")
          .warn(
              ProblemCode.CONFLICT,
              "host: "
                  + rule.host()
                  + ", never used"
                  + deciding(rule, services)
                      .map(other -> " (expected: no " + other + ", which counts in its place)")
                      .orElse(" (expected: exported to clients)"));
    } else if (rule.trafficPolicy().isPresent()) {
      checkPolicy(spec);
    }
  }

  /** The rules that some client uses, at least in part. */
  private ImmutableSet<ConfigKey> used() {
    Set<MergedDestinationRule> used = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Service service : clients.services()) {
      clients
          .of(service)
          .forEach(client -> used.addAll(mesh.destinationRules().possible(client, service)));
    }
    return used.stream().flatMap(merged -> merged.from().stream()).collect(toImmutableSet());
  }

  /**
   * Whether clients would get other rules without this one, though they use nothing of it: a rule
   * exported to other namespaces prevents a later rule from being merged into an earlier one only,
   * and hides rules of its namespace for less specific hosts.
   */
  private boolean changesOthers(DestinationRule rule, ImmutableList<Service> services) {
    ImmutableSet<DestinationRule> rivals =
        services.stream()
            .flatMap(service -> clients.rulesOf(service).stream())
            .filter(other -> !other.metadata().equals(rule.metadata()))
            .limit(MOST_RIVALS)
            .collect(toImmutableSet());
    if (rivals.size() == MOST_RIVALS) {
      return true;
    }
    String namespace = rule.metadata().namespace();
    if (rivals.stream().noneMatch(other -> other.metadata().namespace().equals(namespace))) {
      return false;
    }
    DestinationRuleIndex index =
        DestinationRuleIndex.of(new DestinationRuleIndex.Inputs(mesh.settings(), rivals.asList()));
    return clients.of(services).stream()
        .anyMatch(client -> services.stream().anyMatch(service -> differs(index, client, service)));
  }

  private boolean differs(DestinationRuleIndex without, String client, Service service) {
    return !without
        .possible(client, service)
        .equals(mesh.destinationRules().possible(client, service));
  }

  private Optional<ConfigKey> deciding(DestinationRule rule, ImmutableList<Service> services) {
    return Stream.concat(Stream.of(rule.metadata().namespace()), clients.of(services).stream())
        .flatMap(
            namespace ->
                services.stream()
                    .flatMap(
                        service -> mesh.destinationRules().possible(namespace, service).stream()))
        .map(merged -> merged.from().get(0))
        .findFirst();
  }

  /** When rules are merged, only the first traffic policy counts. */
  private void checkPolicy(FindingPlace spec) {
    Optional<ConfigKey> before = Optional.empty();
    for (MergedDestinationRule merged : clients.mergedFrom(spec.object())) {
      Optional<ConfigKey> counting =
          merged.from().stream().filter(withPolicy::contains).findFirst();
      if (counting.filter(spec.object()::equals).isPresent()) {
        return;
      }
      before = before.or(() -> counting);
    }
    before.ifPresent(
        other ->
            spec.at("trafficPolicy")
                .warn(
                    ProblemCode.CONFLICT,
                    "never used (expected: only in "
                        + other
                        + ", which goes before it for this host)"));
  }
}
