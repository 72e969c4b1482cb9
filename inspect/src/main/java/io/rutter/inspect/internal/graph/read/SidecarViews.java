// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.Workload;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.TcpMatch;
import io.rutter.model.virtualservice.TcpRoute;
import io.rutter.model.virtualservice.TlsMatch;
import io.rutter.model.virtualservice.TlsRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The sidecars of a mesh. Those of a namespace differ only by selectors of labels: of Sidecars, of
 * DestinationRules and of matches of callers. There is a viewpoint for each set of selectors that
 * takes a proxy or workload of the input, one for no selector, and one for each selector that takes
 * none of them.
 */
final class SidecarViews {
  private final MeshSnapshot snapshot;
  private final ImmutableList<Selector> selectors;
  private final Map<String, Viewpoint> views = new LinkedHashMap<>();

  private SidecarViews(MeshSnapshot snapshot) {
    this.snapshot = snapshot;
    this.selectors =
        ImmutableSet.copyOf(
                Stream.of(
                        snapshot.sidecars().stream().map(SidecarViews::ofSidecar),
                        snapshot.destinationRules().stream().map(SidecarViews::ofRule),
                        snapshot.virtualServices().stream().flatMap(SidecarViews::ofMatches))
                    .flatMap(found -> found)
                    .filter(selector -> !selector.labels().isEmpty())
                    .iterator())
            .asList();
  }

  /**
   * Something that takes proxies by their labels.
   *
   * @param namespace whose proxies; absent for those of all namespaces
   * @param home where the object is
   * @param labels the labels that it asks for
   */
  private record Selector(
      Optional<String> namespace, String home, ImmutableMap<String, String> labels) {
    boolean takes(Proxy proxy) {
      return namespace.map(proxy.namespace()::equals).orElse(true)
          && proxy.selectableLabels().entrySet().containsAll(labels.entrySet());
    }
  }

  static ImmutableList<Viewpoint> of(MeshSnapshot snapshot) {
    SidecarViews all = new SidecarViews(snapshot);
    all.namespaces().forEach(namespace -> all.add(Proxy.of(namespace, "sidecar")));
    all.real().forEach(all::add);
    for (Selector selector : all.selectors) {
      Proxy madeUp =
          Proxy.of(selector.namespace().orElse(selector.home()), "sidecar").toBuilder()
              .labels(selector.labels())
              .build();
      if (all.real().noneMatch(selector::takes)) {
        all.add(madeUp);
      }
    }
    return all.views.values().stream()
        .sorted(Comparator.comparing(Viewpoint::name))
        .collect(toImmutableList());
  }

  private Stream<Proxy> real() {
    return Stream.concat(
        snapshot.proxies().stream()
            .filter(proxy -> proxy.type() == ProxyType.SIDECAR)
            .sorted(Comparator.comparing(Proxy::id)),
        selectors.isEmpty()
            ? Stream.empty()
            : ByName.sorted(snapshot.workloads(), Workload::metadata).stream().map(this::sidecar));
  }

  private Proxy sidecar(Workload workload) {
    return Proxy.of(workload.metadata().namespace(), "sidecar").toBuilder()
        .labels(workload.metadata().labels())
        .build();
  }

  private void add(Proxy proxy) {
    Map<String, String> selected = new TreeMap<>();
    selectors.stream()
        .filter(selector -> selector.takes(proxy))
        .forEach(selector -> selected.putAll(selector.labels()));
    String name =
        selected.isEmpty()
            ? proxy.namespace()
            : proxy.namespace() + " " + GatewayViews.text(selected);
    views.putIfAbsent(name, new Viewpoint(name, proxy, ImmutableList.of()));
  }

  private ImmutableSet<String> namespaces() {
    Set<String> all = new LinkedHashSet<>();
    snapshot.services().stream().map(Service::namespace).forEach(all::add);
    snapshot.proxies().stream()
        .filter(proxy -> proxy.type() == ProxyType.SIDECAR)
        .map(Proxy::namespace)
        .forEach(all::add);
    snapshot.workloads().stream().map(own -> own.metadata().namespace()).forEach(all::add);
    snapshot.virtualServices().stream().map(own -> own.metadata().namespace()).forEach(all::add);
    snapshot.serviceEntries().stream().map(own -> own.metadata().namespace()).forEach(all::add);
    return ImmutableSet.copyOf(all);
  }

  private static Selector ofSidecar(Sidecar sidecar) {
    return ofWorkloads(sidecar.metadata().namespace(), sidecar.workloadSelector());
  }

  private static Selector ofRule(DestinationRule rule) {
    return ofWorkloads(rule.metadata().namespace(), rule.workloadSelector());
  }

  private static Selector ofWorkloads(String namespace, Optional<WorkloadSelector> selector) {
    return new Selector(
        Optional.of(namespace),
        namespace,
        selector.map(WorkloadSelector::labels).orElse(ImmutableMap.of()));
  }

  private static Stream<Selector> ofMatches(VirtualService rules) {
    String home = rules.metadata().namespace();
    return Stream.of(
            rules.http().stream()
                .map(HttpRoute::match)
                .flatMap(ImmutableList::stream)
                .map(SidecarViews::ofHttp),
            rules.tls().stream()
                .map(TlsRoute::match)
                .flatMap(ImmutableList::stream)
                .map(SidecarViews::ofTls),
            rules.tcp().stream()
                .map(TcpRoute::match)
                .flatMap(ImmutableList::stream)
                .map(SidecarViews::ofTcp))
        .flatMap(found -> found)
        .map(found -> new Selector(found.namespace(), home, found.labels()));
  }

  private static Selector ofHttp(HttpMatch match) {
    return new Selector(match.sourceNamespace(), "", match.sourceLabels());
  }

  private static Selector ofTls(TlsMatch match) {
    return new Selector(match.sourceNamespace(), "", match.sourceLabels());
  }

  private static Selector ofTcp(TcpMatch match) {
    return new Selector(match.sourceNamespace(), "", match.sourceLabels());
  }
}
