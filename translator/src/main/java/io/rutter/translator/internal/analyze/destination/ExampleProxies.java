// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.rutter.model.ConfigKey;
import io.rutter.model.Locality;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Service;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.TcpMatch;
import io.rutter.model.virtualservice.TlsMatch;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.Namespaces;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.host.ExportTo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proxies that stand for all others when a finding can only be read from the resources of a proxy:
 * the proxies of the mesh, one for each group that has the same clusters, listeners and routes but
 * for what differs inbound; if the mesh has none, one for each namespace, Sidecar and Gateway.
 */
final class ExampleProxies {
  private final MeshIndex mesh;

  /** Namespaces whose proxies may get other resources than proxies of most namespaces. */
  private final ImmutableSet<String> special;

  private ExampleProxies(MeshIndex mesh) {
    this.mesh = mesh;
    this.special = special(mesh);
  }

  /**
   * An example.
   *
   * @param proxy the proxy
   * @param named whether the mesh names it; if not, such a proxy need not exist
   */
  record Example(Proxy proxy, boolean named) {}

  static ImmutableList<Example> of(MeshIndex mesh, Set<String> namespaces) {
    ImmutableList.Builder<Example> examples = ImmutableList.builder();
    ImmutableList<Proxy> named = named(mesh);
    named.forEach(proxy -> examples.add(new Example(proxy, true)));
    ExampleProxies madeUp = new ExampleProxies(mesh);
    madeUp.sidecars(named, namespaces).forEach(p -> examples.add(new Example(p, false)));
    madeUp.gateways(named).forEach(proxy -> examples.add(new Example(proxy, false)));
    return examples.build();
  }

  private static ImmutableList<Proxy> named(MeshIndex mesh) {
    Set<String> selectedBy = selectedBy(mesh.snapshot());
    Set<Proxy> different = new HashSet<>();
    List<Proxy> sorted =
        mesh.snapshot().proxies().stream()
            .sorted(comparing(Proxy::namespace).thenComparing(Proxy::name))
            .toList();
    ImmutableList.Builder<Proxy> named = ImmutableList.builder();
    for (Proxy proxy : sorted) {
      Proxy alike =
          proxy.toBuilder()
              .name("")
              .metadata(ImmutableMap.of())
              .annotations(ImmutableMap.of())
              .serviceAccount("")
              .labels(Maps.filterKeys(proxy.selectableLabels(), selectedBy::contains))
              .ipAddresses(
                  proxy.ipAddresses().stream().map(a -> a.indexOf(':') < 0 ? "4" : "6").toList())
              .build();
      if (different.add(alike)) {
        named.add(proxy);
      }
    }
    return named.build();
  }

  /** The keys of labels that decide about clusters, listeners and routes of a proxy. */
  private static ImmutableSet<String> selectedBy(MeshSnapshot mesh) {
    ImmutableSet.Builder<String> keys = ImmutableSet.builder();
    mesh.gateways().forEach(gateway -> keys.addAll(gateway.selector().keySet()));
    Stream.concat(
            mesh.sidecars().stream().map(Sidecar::workloadSelector),
            mesh.destinationRules().stream().map(DestinationRule::workloadSelector))
        .flatMap(Optional::stream)
        .forEach(selector -> keys.addAll(selector.labels().keySet()));
    for (VirtualService rules : mesh.virtualServices()) {
      Stream.of(
              rules.http().stream()
                  .flatMap(rule -> rule.match().stream())
                  .map(HttpMatch::sourceLabels),
              rules.tls().stream()
                  .flatMap(rule -> rule.match().stream())
                  .map(TlsMatch::sourceLabels),
              rules.tcp().stream()
                  .flatMap(rule -> rule.match().stream())
                  .map(TcpMatch::sourceLabels))
          .flatMap(labels -> labels)
          .forEach(labels -> keys.addAll(labels.keySet()));
    }
    return keys.build();
  }

  private List<Proxy> sidecars(List<Proxy> named, Set<String> namespaces) {
    Set<List<Object>> covered = new HashSet<>();
    for (Proxy proxy : named) {
      if (proxy.type() == ProxyType.SIDECAR) {
        covered.add(List.of(view(proxy.namespace()), key(mesh.sidecars().forProxy(proxy))));
      }
    }
    List<Proxy> made = new ArrayList<>();
    for (String namespace : namespaces) {
      for (Optional<Sidecar> sidecar : mesh.sidecars().possible(namespace)) {
        if (!namespace.equals(Namespaces.ANY_OTHER)
            && covered.add(List.of(view(namespace), key(sidecar)))) {
          made.add(
              proxy(
                  ProxyType.SIDECAR,
                  namespace,
                  sidecar
                      .flatMap(Sidecar::workloadSelector)
                      .map(WorkloadSelector::labels)
                      .orElse(ImmutableMap.of())));
        }
      }
    }
    return made;
  }

  /** The namespace if its sidecars may see other services or rules than most; otherwise empty. */
  @SuppressWarnings("ReferenceEquality") // Most namespaces share one list object.
  private String view(String namespace) {
    String other = Namespaces.ANY_OTHER;
    return special.contains(namespace)
            || mesh.services().visibleTo(namespace) != mesh.services().visibleTo(other)
            || mesh.virtualServices().forGateway(namespace, VirtualService.MESH_GATEWAY)
                != mesh.virtualServices().forGateway(other, VirtualService.MESH_GATEWAY)
        ? namespace
        : "";
  }

  private static Object key(Optional<Sidecar> sidecar) {
    return sidecar.map(found -> ConfigKey.of("Sidecar", found.metadata()));
  }

  /**
   * For each Gateway that selects no proxy of the mesh: one in its namespace and one in the root
   * namespace.
   */
  private List<Proxy> gateways(List<Proxy> named) {
    Set<Proxy> made = new LinkedHashSet<>();
    for (Gateway gateway : mesh.gateways().all()) {
      boolean known =
          named.stream()
              .filter(proxy -> proxy.type() == ProxyType.GATEWAY)
              .anyMatch(
                  p -> p.selectableLabels().entrySet().containsAll(gateway.selector().entrySet()));
      if (!known) {
        made.add(proxy(ProxyType.GATEWAY, mesh.settings().rootNamespace(), gateway.selector()));
        made.add(proxy(ProxyType.GATEWAY, gateway.metadata().namespace(), gateway.selector()));
      }
    }
    return new ArrayList<>(made);
  }

  private Proxy proxy(ProxyType type, String namespace, Map<String, String> labels) {
    return Proxy.builder()
        .type(type)
        .name("example")
        .namespace(namespace)
        .labels(labels)
        .ipAddresses("192.0.2.1")
        .locality(Locality.UNKNOWN)
        .dnsDomain(namespace + ".svc." + mesh.settings().domainSuffix())
        .build();
  }

  /**
   * Namespaces that have DestinationRules or to which rules are exported by name, namespaces that
   * VirtualServices match as the source, and namespaces with a service whose host exists twice.
   */
  private static ImmutableSet<String> special(MeshIndex mesh) {
    ImmutableSet.Builder<String> found = ImmutableSet.builder();
    mesh.snapshot()
        .destinationRules()
        .forEach(
            rule -> {
              String own = rule.metadata().namespace();
              found.add(own);
              found.addAll(
                  ExportTo.of(
                          rule.exportTo(), mesh.settings().defaultDestinationRuleExportTo(), own)
                      .namespaces());
            });
    mesh.virtualServices().declared().stream()
        .flatMap(virtualService -> virtualService.http().stream())
        .flatMap(rule -> rule.match().stream())
        .forEach(match -> match.sourceNamespace().ifPresent(found::add));
    for (Service service : mesh.services().all()) {
      if (mesh.services().ofHost(service.hostname()).size() > 1) {
        found.add(service.namespace());
      }
    }
    if (!mesh.snapshot().sidecars().isEmpty()) {
      mesh.services().all().forEach(service -> found.add(service.namespace()));
    }
    return found.build();
  }
}
