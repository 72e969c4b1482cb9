// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableListMultimap;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.translator.internal.order.Ordering;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Finds the Sidecar resource of a proxy. Istio document: Sidecar: in the proxy's namespace one that
 * selects it comes before one without selector, and both before the one of the root namespace; of
 * several the oldest. Gateways have none.
 */
public final class SidecarIndex {
  private final ImmutableListMultimap<String, Sidecar> byNamespace;
  private final Optional<Sidecar> ofMesh;

  /** Proxies of one namespace under one Sidecar see the same. */
  private final ConcurrentHashMap<ScopeKey, SidecarScope> scopes = new ConcurrentHashMap<>();

  private SidecarIndex(
      ImmutableListMultimap<String, Sidecar> byNamespace, Optional<Sidecar> ofMesh) {
    this.byNamespace = byNamespace;
    this.ofMesh = ofMesh;
  }

  /** What a {@link SidecarScope} depends on. */
  private record ScopeKey(String namespace, ProxyType type, Optional<ConfigKey> sidecar) {}

  /** Sorts the Sidecars by namespace, selector and age. */
  public static SidecarIndex of(MeshSnapshot snapshot, MeshSettings settings) {
    ImmutableList<Sidecar> inOrder =
        snapshot.sidecars().stream()
            .sorted(
                comparing((Sidecar sidecar) -> sidecar.workloadSelector().isEmpty())
                    .thenComparing(Sidecar::metadata, Ordering.BY_AGE))
            .collect(toImmutableList());
    return new SidecarIndex(
        inOrder.stream()
            .collect(toImmutableListMultimap(s -> s.metadata().namespace(), sidecar -> sidecar)),
        inOrder.stream()
            .filter(s -> s.metadata().namespace().equals(settings.rootNamespace()))
            .filter(s -> s.workloadSelector().isEmpty())
            .findFirst());
  }

  /** The Sidecar of a proxy: selected by labels, else of its namespace, else of the root. */
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
   * The Sidecars that proxies of a namespace may have, whatever their labels; an absent one stands
   * for proxies without.
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

  /** The scope of a proxy, worked out once for all proxies that share it. */
  SidecarScope scope(Proxy proxy, Function<Optional<Sidecar>, SidecarScope> compute) {
    Optional<Sidecar> sidecar = forProxy(proxy);
    ScopeKey key =
        new ScopeKey(
            proxy.namespace(),
            proxy.type(),
            sidecar.map(found -> ConfigKey.of("Sidecar", found.metadata())));
    SidecarScope known = scopes.get(key); // Takes no lock, unlike what follows.
    return known == null ? scopes.computeIfAbsent(key, k -> compute.apply(sidecar)) : known;
  }
}
