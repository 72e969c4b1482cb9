// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.analyze.known.FindingPlace;
import io.rutter.translator.internal.check.MissingCluster;
import io.rutter.translator.internal.naming.OutboundClusterName;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.sidecar.SidecarScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the destinations of the input that made a listener or a route name a cluster. */
final class DestinationsByCluster {
  private static final String KIND = "VirtualService";
  private static final ProblemSink NOWHERE = problem -> {};

  private final MeshIndex mesh;
  private final Map<ConfigKey, VirtualService> virtualServices;
  private final ImmutableList<PlacedDestination> ofProxies;

  /** All destinations by the clusters that they may lead to. */
  private final ListMultimap<Target, PlacedDestination> byTarget = ArrayListMultimap.create();

  /** The VirtualServices by the path that the metadata of routes names. */
  private final Map<String, ImmutableSet<ConfigKey>> owners = new HashMap<>();

  /** The last lookup: clusters of one proxy come one after the other. */
  private @Nullable Seen last;

  private record Seen(SidecarScope scope, Proxy proxy, ImmutableSet<ConfigKey> virtualServices) {}

  /**
   * What a destination may name.
   *
   * @param port 0 where a destination names none
   */
  private record Target(String host, String subset, int port) {}

  /**
   * Looks for all destinations.
   *
   * @param problems receives problems of names that cannot be completed
   */
  DestinationsByCluster(MeshIndex mesh, ProblemSink problems) {
    this.mesh = mesh;
    this.ofProxies =
        ImmutableList.<PlacedDestination>builder()
            .addAll(ProviderDestinations.of(mesh, problems))
            .addAll(KeyDestinations.of(mesh))
            .build();
    this.virtualServices =
        mesh.virtualServices().declared().stream()
            .collect(
                toImmutableMap(
                    DestinationsByCluster::key, Function.identity(), (first, second) -> first));
    virtualServices.values().stream()
        .flatMap(
            v -> PlacedDestination.of(v, FindingPlace.spec(KIND, v.metadata(), NOWHERE)).stream())
        .forEach(each -> targets(each.destination()).forEach(target -> byTarget.put(target, each)));
  }

  /** An ExternalName service leads to another host as well. */
  private ImmutableSet<Target> targets(Destination destination) {
    return Stream.concat(
            Stream.of(destination.host()),
            mesh.services().ofHost(destination.host()).stream()
                .flatMap(service -> service.aliasOf().stream()))
        .map(
            host -> new Target(host, destination.subset().orElse(""), destination.port().orElse(0)))
        .collect(toImmutableSet());
  }

  private static ConfigKey key(VirtualService virtualService) {
    return ConfigKey.of(KIND, virtualService.metadata());
  }

  /** Empty for the default route of a service, for which no destination was written. */
  ImmutableList<PlacedDestination> of(
      Proxy proxy, SidecarScope scope, MissingCluster missing, OutboundClusterName name) {
    if (missing.use() == MissingCluster.Use.CALLS_OF_PROXY) {
      return ofProxies.stream()
          .filter(each -> names(each.destination(), name))
          .collect(toImmutableList());
    }
    Stream<PlacedDestination> candidates =
        missing.config().isEmpty()
            ? withoutOwner(proxy, scope, missing, name)
            : ofConfig(missing.config(), name);
    return candidates
        .filter(each -> each.onlyFrom().isEmpty() || each.onlyFrom().contains(proxy.namespace()))
        .collect(toImmutableList());
  }

  private Stream<PlacedDestination> naming(OutboundClusterName name) {
    return Stream.concat(
        byTarget.get(new Target(name.host(), name.subset(), name.port())).stream(),
        byTarget.get(new Target(name.host(), name.subset(), 0)).stream());
  }

  /**
   * The metadata of a route names its VirtualService, but not the delegate that the rule came from.
   */
  private Stream<PlacedDestination> ofConfig(String path, OutboundClusterName name) {
    ImmutableSet<ConfigKey> objects = owners.computeIfAbsent(path, this::ownersOf);
    return naming(name).filter(each -> objects.contains(each.place().object()));
  }

  private ImmutableSet<ConfigKey> ownersOf(String path) {
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
    return Stream.concat(Stream.of(root), delegates).collect(toImmutableSet());
  }

  /**
   * Not every TCP chain names its VirtualService; an egress proxy for other traffic is set in a
   * Sidecar.
   */
  private Stream<PlacedDestination> withoutOwner(
      Proxy proxy, SidecarScope scope, MissingCluster missing, OutboundClusterName name) {
    if (!missing.host().isEmpty()) {
      return Stream.empty();
    }
    ImmutableSet<ConfigKey> visible = visible(proxy, scope);
    return Stream.concat(
        egressProxy(scope).stream().filter(each -> names(each.destination(), name)),
        naming(name)
            .filter(each -> visible.contains(each.place().object()))
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
                                FindingPlace.spec("Sidecar", metadata, NOWHERE)
                                    .at("outboundTrafficPolicy.egressProxy"),
                                proxy)));
  }

  @SuppressWarnings("ReferenceEquality") // Successive clusters have the same proxy.
  private ImmutableSet<ConfigKey> visible(Proxy proxy, SidecarScope scope) {
    Seen known = last;
    if (known == null || known.scope() != scope || known.proxy() != proxy) {
      known = new Seen(scope, proxy, allVisible(proxy, scope));
      last = known;
    }
    return known.virtualServices();
  }

  private ImmutableSet<ConfigKey> allVisible(Proxy proxy, SidecarScope scope) {
    Stream<VirtualService> seen =
        proxy.type() == ProxyType.SIDECAR
            ? scope.egress().stream().flatMap(egress -> egress.tcpRules().stream())
            : virtualServices.values().stream()
                .flatMap(virtualService -> virtualService.gateways().stream())
                .distinct()
                .flatMap(
                    gateway ->
                        mesh.virtualServices().forGateway(proxy.namespace(), gateway).stream());
    return seen.map(DestinationsByCluster::key).collect(toImmutableSet());
  }

  private boolean names(Destination destination, OutboundClusterName name) {
    return targets(destination).stream()
        .anyMatch(
            target ->
                target.host().equals(name.host())
                    && target.subset().equals(name.subset())
                    && (target.port() == 0 || target.port() == name.port()));
  }
}
