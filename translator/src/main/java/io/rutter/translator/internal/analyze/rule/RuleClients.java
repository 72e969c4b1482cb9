// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import io.rutter.model.ConfigKey;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.analyze.known.Namespaces;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.host.ExportTo;
import io.rutter.translator.internal.resolve.host.HostMatching;
import io.rutter.translator.internal.resolve.host.HostNames;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The DestinationRules that are for a service, and the clients that may get different ones of them.
 * Most namespaces of a large mesh get the same of most services, so that not all need a look.
 */
public final class RuleClients {
  private final MeshIndex mesh;
  private final ImmutableSet<String> namespaces;
  private final ImmutableListMultimap<ConfigKey, MergedDestinationRule> merged;
  private final ListMultimap<Service, DestinationRule> rules =
      Multimaps.newListMultimap(new IdentityHashMap<>(), ArrayList::new);
  private final IdentityHashMap<DestinationRule, ImmutableList<Service>> services =
      new IdentityHashMap<>();
  private final IdentityHashMap<Service, ImmutableSet<String>> clients = new IdentityHashMap<>();

  private RuleClients(MeshIndex mesh, ImmutableSet<String> namespaces) {
    this.mesh = mesh;
    this.namespaces = namespaces;
    this.merged = mesh.destinationRules().mergedFrom();
  }

  /**
   * Finds the rules of all services.
   *
   * @param namespaces those that clients may be in
   */
  public static RuleClients of(MeshIndex mesh, ImmutableSet<String> namespaces) {
    RuleClients clients = new RuleClients(mesh, namespaces);
    for (DestinationRule rule : mesh.snapshot().destinationRules()) {
      ImmutableList<Service> services = servicesOf(mesh, rule);
      clients.services.put(rule, services);
      services.forEach(service -> clients.rules.put(service, rule));
    }
    return clients;
  }

  /** The same of any rule. */
  private static ImmutableList<Service> servicesOf(MeshIndex mesh, DestinationRule rule) {
    String host = fullHost(mesh, rule);
    return HostNames.isWildcard(host)
        ? mesh.services().all().stream()
            .filter(service -> HostMatching.isSubset(service.hostname(), host))
            .collect(toImmutableList())
        : mesh.services().ofHost(host);
  }

  /** What a rule was merged into, which may be the same twice, for clients near and far. */
  ImmutableList<MergedDestinationRule> mergedFrom(ConfigKey rule) {
    return merged.get(rule);
  }

  static String fullHost(MeshIndex mesh, DestinationRule rule) {
    return HostNames.full(rule.host(), rule.metadata().namespace(), mesh.settings().domainSuffix());
  }

  /** The services that a rule of the mesh is for if no other goes before it. */
  public ImmutableList<Service> servicesOf(DestinationRule rule) {
    return services.getOrDefault(rule, ImmutableList.of());
  }

  /** The rules that are for a service. */
  List<DestinationRule> rulesOf(Service service) {
    return rules.get(service);
  }

  /** The services that have rules. */
  Set<Service> services() {
    return rules.keySet();
  }

  /**
   * Namespaces whose clients may see a service, or get rules for it, that those of {@link
   * Namespaces#ANY_OTHER} do not, and that one.
   */
  public ImmutableSet<String> of(Service service) {
    return clients.computeIfAbsent(service, this::find);
  }

  /** The same for several services. */
  ImmutableSet<String> of(List<Service> several) {
    return several.size() == 1
        ? of(several.get(0))
        : several.stream()
            .flatMap(service -> of(service).stream())
            .sorted()
            .collect(toImmutableSet());
  }

  /** Whether a proxy of a type may have the rule: one of the mesh has it, or none is known. */
  public boolean mayConcern(ProxyType type, DestinationRule rule) {
    return mesh.snapshot().proxies().isEmpty()
        || mesh.snapshot().proxies().stream()
            .filter(proxy -> proxy.type() == type)
            .anyMatch(proxy -> isUsedBy(proxy, rule));
  }

  private boolean isUsedBy(Proxy proxy, DestinationRule rule) {
    ConfigKey key = ConfigKey.of("DestinationRule", rule.metadata());
    return servicesOf(rule).stream()
        .flatMap(
            service ->
                mesh
                    .destinationRules()
                    .outbound(proxy.namespace(), proxy.selectableLabels(), service)
                    .stream())
        .anyMatch(merged -> merged.from().contains(key));
  }

  private ImmutableSet<String> find(Service service) {
    Set<String> named = new TreeSet<>();
    named.add(Namespaces.ANY_OTHER);
    named.add(mesh.settings().rootNamespace());
    named.add(service.namespace());
    named.addAll(mesh.services().exportTo(service).namespaces());
    for (DestinationRule rule : rules.get(service)) {
      String own = rule.metadata().namespace();
      named.add(own);
      named.addAll(
          ExportTo.of(rule.exportTo(), mesh.settings().defaultDestinationRuleExportTo(), own)
              .namespaces());
    }
    return named.stream().filter(namespaces::contains).collect(toImmutableSet());
  }
}
