// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableListMultimap;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Sets;
import io.rutter.model.ConfigKey;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.order.Age;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.rule.VirtualServiceIndex;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the Sidecar resource of a proxy. Istio document: Sidecar: a Sidecar of the proxy's
 * namespace that selects it takes precedence over one without selector, and both over the root
 * namespace's; the oldest wins. Gateways have none.
 */
public final class SidecarIndex {
  private final MeshSettings settings;
  private final VirtualServiceIndex virtualServices;
  private final SidecarScopes makes;
  private final ImmutableListMultimap<String, Sidecar> byNamespace;
  private final Optional<Sidecar> ofMesh;

  /** Scopes, shared by all proxies of one namespace under one Sidecar. */
  private final ConcurrentHashMap<ScopeKey, SidecarScope> scopes = new ConcurrentHashMap<>();

  private SidecarIndex(
      Inputs inputs, ImmutableListMultimap<String, Sidecar> byNamespace, Optional<Sidecar> ofMesh) {
    this.settings = inputs.settings();
    this.virtualServices = inputs.virtualServices();
    this.makes = new SidecarScopes(inputs.services(), inputs.imports(), virtualServices, settings);
    this.byNamespace = byNamespace;
    this.ofMesh = ofMesh;
  }

  /** What a {@link SidecarScope} depends on. */
  private record ScopeKey(String namespace, ProxyType type, Optional<ConfigKey> sidecar) {}

  /** The inputs of the index and of every scope in it. */
  public record Inputs(
      MeshSettings settings,
      ServiceIndex services,
      ServiceImports imports,
      VirtualServiceIndex virtualServices,
      ImmutableList<Sidecar> sidecars) {}

  /** Sorts the Sidecars by namespace, selector and age. */
  public static SidecarIndex of(Inputs inputs) {
    MeshSettings settings = inputs.settings();
    ImmutableList<Sidecar> inOrder =
        inputs.sidecars().stream()
            .sorted(
                comparing((Sidecar sidecar) -> sidecar.workloadSelector().isEmpty())
                    .thenComparing(Sidecar::metadata, Age.BY_AGE))
            .collect(toImmutableList());
    return new SidecarIndex(
        inputs,
        inOrder.stream()
            .collect(toImmutableListMultimap(s -> s.metadata().namespace(), sidecar -> sidecar)),
        inOrder.stream()
            .filter(s -> s.metadata().namespace().equals(settings.rootNamespace()))
            .filter(s -> s.workloadSelector().isEmpty())
            .findFirst());
  }

  /**
   * The Sidecar of a proxy: selected by labels, else of its namespace, else of the root namespace.
   */
  public Optional<Sidecar> forProxy(Proxy proxy) {
    if (proxy.type() == ProxyType.GATEWAY) {
      return Optional.empty();
    }
    return byNamespace.get(proxy.namespace()).stream()
        .filter(
            sidecar ->
                sidecar
                    .workloadSelector()
                    .map(selector -> selector.selects(proxy.selectableLabels()))
                    .orElse(true))
        .findFirst()
        .or(() -> ofMesh);
  }

  /**
   * The Sidecars that proxies of a namespace may have, depending on their labels; an empty one for
   * proxies without Sidecar.
   */
  public ImmutableList<Optional<Sidecar>> possible(String namespace) {
    ImmutableList<Sidecar> own = byNamespace.get(namespace);
    ImmutableList.Builder<Optional<Sidecar>> found = ImmutableList.builder();
    for (Sidecar sidecar : own) {
      found.add(Optional.of(sidecar));
      if (sidecar.workloadSelector().isEmpty()) {
        return found.build();
      }
    }
    return found.add(ofMesh).build();
  }

  /** What a proxy sees, determined once for all proxies that see the same. */
  public SidecarScope scope(Proxy proxy) {
    Optional<Sidecar> sidecar = forProxy(proxy);
    ScopeKey key =
        new ScopeKey(
            proxy.namespace(),
            proxy.type(),
            sidecar.map(found -> ConfigKey.of("Sidecar", found.metadata())));
    SidecarScope known = scopes.get(key); // Takes no lock, unlike computeIfAbsent.
    return known == null ? scopes.computeIfAbsent(key, k -> scope(proxy, sidecar)) : known;
  }

  private SidecarScope scope(Proxy proxy, Optional<Sidecar> sidecar) {
    return proxy.type() == ProxyType.GATEWAY
        ? makes.ofGateway(proxy.namespace())
        : makes.ofSidecar(sidecar, proxy.namespace());
  }

  /** All views that sidecars of these namespaces may have, possibly without repeats. */
  public ImmutableList<SidecarView> views(Collection<String> namespaces) {
    ImmutableList.Builder<SidecarView> views = ImmutableList.builder();
    boolean httpProxy = settings.proxyHttpPort() > 0;
    Set<EgressScope> seen = Sets.newIdentityHashSet();
    for (String namespace : namespaces) {
      if (virtualServices.forGateway(namespace, VirtualService.MESH_GATEWAY).isEmpty()) {
        continue;
      }
      for (Optional<Sidecar> sidecar : possible(namespace)) {
        List<EgressListener> declared = sidecar.map(Sidecar::egress).orElse(ImmutableList.of());
        if (declared.isEmpty()) {
          EgressScope scope = makes.everything(namespace);
          if (seen.add(scope)) {
            views.add(new SidecarView(scope, httpProxy));
          }
        }
        for (EgressListener listener : declared) {
          views.add(SidecarView.of(makes.egress(namespace, listener), httpProxy));
        }
      }
    }
    return views.build();
  }
}
