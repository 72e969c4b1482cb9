// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableListMultimap;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.check.MissingCluster;
import io.rutter.translator.internal.naming.OutboundClusterName;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.SidecarScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the destinations of the input that made a listener or a route name a cluster. */
final class DestinationsByCluster {
  private static final String KIND = "VirtualService";
  private static final ProblemSink NOWHERE = problem -> {};

  private final MeshIndex mesh;
  private final Map<ConfigKey, VirtualService> virtualServices;
  private final ImmutableListMultimap<ConfigKey, PlacedDestination> placed;
  private final ImmutableList<PlacedDestination> providers;

  /**
   * Looks for all destinations.
   *
   * @param problems takes those that cannot be completed
   */
  DestinationsByCluster(MeshIndex mesh, ProblemSink problems) {
    this.mesh = mesh;
    this.providers = ProviderDestinations.of(mesh, problems);
    this.virtualServices =
        mesh.virtualServices().declared().stream()
            .collect(
                toImmutableMap(
                    DestinationsByCluster::key, Function.identity(), (first, second) -> first));
    this.placed =
        virtualServices.values().stream()
            .flatMap(v -> PlacedDestination.of(v, Place.spec(KIND, v.metadata(), NOWHERE)).stream())
            .collect(toImmutableListMultimap(each -> each.place().object(), Function.identity()));
  }

  private static ConfigKey key(VirtualService virtualService) {
    return ConfigKey.of(KIND, virtualService.metadata());
  }

  /** Empty where it is the default of a service, for which nobody wrote a destination. */
  ImmutableList<PlacedDestination> of(
      Proxy proxy, SidecarScope scope, MissingCluster missing, OutboundClusterName name) {
    if (missing.use() == MissingCluster.Use.CALLS_OF_PROXY) {
      return providers.stream()
          .filter(each -> names(each.destination(), name))
          .collect(toImmutableList());
    }
    Stream<PlacedDestination> candidates =
        missing.config().isEmpty()
            ? withoutOwner(proxy, scope, missing)
            : ofConfig(missing.config());
    return candidates
        .filter(each -> each.onlyFrom().isEmpty() || each.onlyFrom().contains(proxy.namespace()))
        .filter(each -> names(each.destination(), name))
        .collect(toImmutableList());
  }

  /** Routes say which VirtualService they are of, but not that the rule is of its delegate. */
  private Stream<PlacedDestination> ofConfig(String path) {
    List<String> parts = Splitter.on('/').splitToList(path);
    ConfigKey root = new ConfigKey(KIND, parts.get(parts.size() - 3), parts.get(parts.size() - 1));
    Stream<ConfigKey> delegates =
        Optional.ofNullable(virtualServices.get(root)).stream()
            .flatMap(virtualService -> virtualService.http().stream())
            .map(HttpRoute::delegate)
            .flatMap(Optional::stream)
            .map(
                delegate ->
                    new ConfigKey(
                        KIND,
                        delegate.namespace().orElse(root.namespace()),
                        delegate.name().orElse("")));
    return Stream.concat(Stream.of(root), delegates)
        .distinct()
        .flatMap(each -> placed.get(each).stream());
  }

  /** Chains for bytes do not all say whose they are; a proxy for the rest stands in a Sidecar. */
  private Stream<PlacedDestination> withoutOwner(
      Proxy proxy, SidecarScope scope, MissingCluster missing) {
    if (!missing.host().isEmpty()) {
      return Stream.empty();
    }
    ImmutableSet<ConfigKey> visible = visible(proxy, scope);
    return Stream.concat(
        egressProxy(scope).stream(),
        visible.stream()
            .flatMap(each -> placed.get(each).stream())
            .filter(each -> !each.place().path().startsWith("spec.http")));
  }

  private static Optional<PlacedDestination> egressProxy(SidecarScope scope) {
    return scope
        .outboundPolicy()
        .egressProxy()
        .flatMap(
            proxy ->
                scope
                    .sidecar()
                    .map(Sidecar::metadata)
                    .map(
                        metadata ->
                            new PlacedDestination(
                                Place.spec("Sidecar", metadata, NOWHERE)
                                    .at("outboundTrafficPolicy.egressProxy"),
                                proxy,
                                ImmutableSet.of())));
  }

  private ImmutableSet<ConfigKey> visible(Proxy proxy, SidecarScope scope) {
    Stream<VirtualService> seen =
        proxy.type() == ProxyType.SIDECAR
            ? scope.egress().stream().flatMap(egress -> egress.rulesForBytes().stream())
            : virtualServices.values().stream()
                .flatMap(virtualService -> virtualService.gateways().stream())
                .distinct()
                .flatMap(
                    gateway ->
                        mesh.virtualServices().forGateway(proxy.namespace(), gateway).stream());
    return seen.map(DestinationsByCluster::key).collect(toImmutableSet());
  }

  private boolean names(Destination destination, OutboundClusterName name) {
    return destination.subset().orElse("").equals(name.subset())
        && destination.port().orElse(name.port()) == name.port()
        && (destination.host().equals(name.host())
            || mesh.services().ofHost(destination.host()).stream()
                .anyMatch(service -> service.aliasOf().equals(Optional.of(name.host()))));
  }
}
