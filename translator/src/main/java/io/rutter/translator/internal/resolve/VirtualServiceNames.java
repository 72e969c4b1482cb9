// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.RouteDestination;
import io.rutter.model.virtualservice.TcpRoute;
import io.rutter.model.virtualservice.TlsRoute;
import io.rutter.model.virtualservice.VirtualService;
import java.util.function.UnaryOperator;

/**
 * Writes the hosts, destinations and gateways of a VirtualService with their full names. Istio
 * document: Virtual Service: short names are meant in the VirtualService's own namespace, those of
 * a delegate in the delegate's.
 */
final class VirtualServiceNames {
  private final String namespace;
  private final String domain;

  private VirtualServiceNames(String namespace, String domain) {
    this.namespace = namespace;
    this.domain = domain;
  }

  /** The same VirtualService with full names. */
  static VirtualService full(VirtualService virtualService, String domain) {
    VirtualServiceNames names =
        new VirtualServiceNames(virtualService.metadata().namespace(), domain);
    return virtualService.toBuilder()
        .hosts(
            virtualService.hosts().stream()
                .map(host -> HostNames.full(host, names.namespace, domain))
                .collect(toImmutableList()))
        .gateways(names.gateways(virtualService.gateways()))
        .http(each(virtualService.http(), names::http))
        .tls(each(virtualService.tls(), names::tls))
        .tcp(each(virtualService.tcp(), names::tcp))
        .build();
  }

  private static <T> ImmutableList<T> each(ImmutableList<T> items, UnaryOperator<T> change) {
    if (items.isEmpty()) {
      return items;
    }
    ImmutableList.Builder<T> changed = ImmutableList.builderWithExpectedSize(items.size());
    items.forEach(item -> changed.add(change.apply(item)));
    return changed.build();
  }

  private HttpRoute http(HttpRoute route) {
    HttpRoute.Builder full =
        route.toBuilder()
            .match(
                each(
                    route.match(),
                    m ->
                        m.gateways().isEmpty()
                            ? m
                            : m.toBuilder().gateways(gateways(m.gateways())).build()))
            .route(
                each(
                    route.route(),
                    d -> d.toBuilder().destination(destination(d.destination())).build()))
            .mirrors(
                each(
                    route.mirrors(),
                    m -> m.toBuilder().destination(destination(m.destination())).build()));
    route.mirror().ifPresent(mirror -> full.mirror(destination(mirror)));
    return full.build();
  }

  private TlsRoute tls(TlsRoute route) {
    return route.toBuilder()
        .match(
            route.match().stream()
                .map(m -> m.toBuilder().gateways(gateways(m.gateways())).build())
                .collect(toImmutableList()))
        .route(destinations(route.route()))
        .build();
  }

  private TcpRoute tcp(TcpRoute route) {
    return route.toBuilder()
        .match(
            route.match().stream()
                .map(m -> m.toBuilder().gateways(gateways(m.gateways())).build())
                .collect(toImmutableList()))
        .route(destinations(route.route()))
        .build();
  }

  private ImmutableList<RouteDestination> destinations(ImmutableList<RouteDestination> routes) {
    return routes.stream()
        .map(d -> d.toBuilder().destination(destination(d.destination())).build())
        .collect(toImmutableList());
  }

  private Destination destination(Destination destination) {
    return destination.toBuilder()
        .host(HostNames.full(destination.host(), namespace, domain))
        .build();
  }

  private ImmutableList<String> gateways(ImmutableList<String> references) {
    return references.stream()
        .map(reference -> GatewayNames.full(reference, namespace))
        .collect(toImmutableList());
  }
}
