// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.internal.collect.ListDifference;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.resolve.host.HostNames;
import io.rutter.translator.internal.resolve.host.MostSpecificHost;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the {@link DestinationRule} of a service, as one client sees it: a rule of the client's
 * namespace, else of the service's, else of the root namespace. The first namespace with a rule for
 * the host decides, however specific the host of that rule is. Istio document: Destination Rule,
 * {@code exportTo} and {@code workloadSelector}.
 */
public final class DestinationRuleIndex {
  /** Rules with a workload selector first, because others are merged into them, then by age. */
  private static final Comparator<DestinationRule> DECIDING_FIRST =
      comparing((DestinationRule rule) -> rule.workloadSelector().isEmpty())
          .thenComparing(DestinationRule::metadata, Age.BY_AGE);

  private final Inputs inputs;
  private final String rootNamespace;

  /** Rules for clients of their own namespace, by namespace. */
  private final ImmutableMap<String, MostSpecificHost<ImmutableList<ExportedRule>>> own;

  /** Rules exported to clients of other namespaces, by the rules' namespace. */
  private final ImmutableMap<String, MostSpecificHost<ImmutableList<ExportedRule>>> exported;

  /** Rules of the root namespace for clients of the root namespace only. */
  private final MostSpecificHost<ImmutableList<ExportedRule>> privateToRoot;

  private final boolean looksAtWorkloads;
  private final ImmutableList<Problem> problems;

  private DestinationRuleIndex(
      Inputs inputs,
      ImmutableMap<String, MostSpecificHost<ImmutableList<ExportedRule>>> own,
      ImmutableMap<String, MostSpecificHost<ImmutableList<ExportedRule>>> exported,
      MostSpecificHost<ImmutableList<ExportedRule>> privateToRoot,
      boolean looksAtWorkloads,
      ImmutableList<Problem> problems) {
    this.inputs = inputs;
    this.rootNamespace = inputs.settings().rootNamespace();
    this.own = own;
    this.exported = exported;
    this.privateToRoot = privateToRoot;
    this.looksAtWorkloads = looksAtWorkloads;
    this.problems = problems;
  }

  /** The inputs of the index. */
  public record Inputs(MeshSettings settings, ImmutableList<DestinationRule> rules) {
    public static Inputs of(MeshSnapshot snapshot, MeshSettings settings) {
      return new Inputs(settings, snapshot.destinationRules());
    }
  }

  /** Resolves hosts, merges and indexes. */
  public static DestinationRuleIndex of(Inputs inputs) {
    MeshSettings settings = inputs.settings();
    Map<String, Pool> own = new LinkedHashMap<>();
    Map<String, Pool> exported = new LinkedHashMap<>();
    Pool privateToRoot = new Pool();
    Set<Problem> found = new LinkedHashSet<>();
    List<DestinationRule> rules = inputs.rules().stream().sorted(DECIDING_FIRST).toList();
    for (DestinationRule declared : rules) {
      String namespace = declared.metadata().namespace();
      ExportedRule rule = ExportedRule.of(withFullHost(declared, settings));
      if (rule.inOwnNamespace()) {
        own.computeIfAbsent(namespace, n -> new Pool()).add(rule, found::add);
      }
      if (!rule.onlyInOwnNamespace(settings.defaultDestinationRuleExportTo())) {
        exported.computeIfAbsent(namespace, n -> new Pool()).add(rule, found::add);
      } else if (namespace.equals(settings.rootNamespace())) {
        privateToRoot.add(rule, found::add);
      }
    }
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    inputs.rules().forEach(rule -> UntranslatedPolicies.report(rule, problems::add));
    return new DestinationRuleIndex(
        inputs,
        built(own),
        built(exported),
        privateToRoot.build(),
        rules.stream().anyMatch(DestinationRuleIndex::looksAtWorkloads),
        problems.addAll(found).build());
  }

  /** Problems of the rules. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** Whether any rule depends on the labels or the node of the client. */
  public boolean looksAtWorkloads() {
    return looksAtWorkloads;
  }

  private static boolean looksAtWorkloads(DestinationRule rule) {
    return rule.workloadSelector().isPresent()
        || TrafficPolicies.loadBalancers(rule).anyMatch(DestinationRuleIndex::looksAtWorkloads);
  }

  private static boolean looksAtWorkloads(LoadBalancer loadBalancer) {
    return loadBalancer.localityLbSetting().isPresent()
        || loadBalancer.zoneAwareLbSetting().isPresent();
  }

  private static DestinationRule withFullHost(DestinationRule rule, MeshSettings settings) {
    String host = HostNames.full(rule.host(), rule.metadata().namespace(), settings.domainSuffix());
    return host.equals(rule.host()) ? rule : rule.toBuilder().host(host).build();
  }

  private static ImmutableMap<String, MostSpecificHost<ImmutableList<ExportedRule>>> built(
      Map<String, Pool> pools) {
    return pools.entrySet().stream()
        .collect(toImmutableMap(Map.Entry::getKey, pool -> pool.getValue().build()));
  }

  /**
   * The rule for traffic from a client to a service.
   *
   * @param clientNamespace the namespace of the proxy, or of its Sidecar
   * @param clientLabels labels of the proxy, for rules with a workload selector
   */
  public Optional<MergedDestinationRule> outbound(
      String clientNamespace, Map<String, String> clientLabels, Service service) {
    ImmutableList<ExportedRule> rules = visibleTo(clientNamespace, service);
    for (ExportedRule candidate : rules) {
      DestinationRule rule = candidate.merged().rule();
      if (rule.workloadSelector().isPresent()
          && rule.metadata().namespace().equals(clientNamespace)
          && rule.workloadSelector().get().selects(clientLabels)) {
        return Optional.of(candidate.merged());
      }
    }
    return forAllWorkloads(rules);
  }

  /** The rule for inbound traffic of a service: rules with a workload selector are ignored. */
  public Optional<MergedDestinationRule> inbound(String clientNamespace, Service service) {
    return forAllWorkloads(visibleTo(clientNamespace, service));
  }

  /**
   * The rules that a client of that namespace may get for a service, depending on its labels: rules
   * with a workload selector of the namespace, and the rule for all other workloads.
   */
  public ImmutableList<MergedDestinationRule> possible(String clientNamespace, Service service) {
    ImmutableList<ExportedRule> rules = visibleTo(clientNamespace, service);
    return Stream.concat(
            rules.stream()
                .map(ExportedRule::merged)
                .filter(merged -> merged.rule().workloadSelector().isPresent())
                .filter(merged -> merged.rule().metadata().namespace().equals(clientNamespace)),
            forAllWorkloads(rules).stream())
        .collect(toImmutableList());
  }

  /**
   * The hosts of rules that another index of the same settings lacks, or has in another place:
   * services that none of them covers have the same rules in both.
   */
  public ImmutableSet<String> differing(DestinationRuleIndex other) {
    ListDifference<DestinationRule> changed =
        ListDifference.of(other.inputs.rules(), inputs.rules());
    return Stream.concat(changed.before().stream(), changed.after().stream())
        .map(rule -> withFullHost(rule, inputs.settings()).host())
        .collect(toImmutableSet());
  }

  /** What each rule was merged into, which may be the same twice, for clients near and far. */
  public ImmutableListMultimap<ConfigKey, MergedDestinationRule> mergedFrom() {
    ImmutableListMultimap.Builder<ConfigKey, MergedDestinationRule> all =
        ImmutableListMultimap.builder();
    Stream.of(own.values().stream(), exported.values().stream(), Stream.of(privateToRoot))
        .flatMap(pools -> pools)
        .flatMap(pool -> pool.values().stream())
        .flatMap(List::stream)
        .map(ExportedRule::merged)
        .forEach(merged -> merged.from().forEach(key -> all.put(key, merged)));
    return all.build();
  }

  /** The rule without workload selector; the newest of several that could not be merged. */
  private static Optional<MergedDestinationRule> forAllWorkloads(List<ExportedRule> rules) {
    for (ExportedRule candidate : Lists.reverse(rules)) {
      if (candidate.merged().rule().workloadSelector().isEmpty()) {
        return Optional.of(candidate.merged());
      }
    }
    return Optional.empty();
  }

  private ImmutableList<ExportedRule> visibleTo(String clientNamespace, Service service) {
    Optional<ImmutableList<ExportedRule>> local =
        clientNamespace.equals(rootNamespace)
            ? privateToRoot.mostSpecific(service.hostname())
            : Optional.ofNullable(own.get(clientNamespace))
                .flatMap(pool -> pool.mostSpecific(service.hostname()));
    if (local.isPresent()) {
      return local.get();
    }
    ImmutableList<ExportedRule> ofService =
        exportedBy(service.namespace(), service.hostname(), clientNamespace);
    return ofService.isEmpty()
        ? exportedBy(rootNamespace, service.hostname(), clientNamespace)
        : ofService;
  }

  /**
   * The rules for the most specific host, which is chosen before visibility to the client is
   * considered.
   */
  private ImmutableList<ExportedRule> exportedBy(
      String namespace, String hostname, String clientNamespace) {
    MostSpecificHost<ImmutableList<ExportedRule>> pool = exported.get(namespace);
    if (pool == null) {
      return ImmutableList.of();
    }
    ImmutableList<ExportedRule> rules = pool.mostSpecific(hostname).orElse(ImmutableList.of());
    return Iterables.all(rules, rule -> rule.exportedTo(clientNamespace))
        ? rules
        : ImmutableList.copyOf(Iterables.filter(rules, rule -> rule.exportedTo(clientNamespace)));
  }

  /** The rules of one namespace by host while they are being merged. */
  private static final class Pool {
    private final Map<String, DestinationRuleMerger> byHost = new LinkedHashMap<>();

    void add(ExportedRule rule, ProblemSink problems) {
      byHost
          .computeIfAbsent(rule.merged().rule().host(), host -> new DestinationRuleMerger())
          .add(rule, problems);
    }

    MostSpecificHost<ImmutableList<ExportedRule>> build() {
      MostSpecificHost.Builder<ImmutableList<ExportedRule>> map = MostSpecificHost.builder();
      byHost.forEach((host, rules) -> map.putIfAbsent(host, rules.merged()));
      return map.build();
    }
  }
}
