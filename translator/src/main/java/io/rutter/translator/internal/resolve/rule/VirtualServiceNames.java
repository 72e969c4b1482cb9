// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableList;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.HttpRouteDestination;
import io.rutter.model.virtualservice.Mirror;
import io.rutter.model.virtualservice.RouteDestination;
import io.rutter.model.virtualservice.TcpMatch;
import io.rutter.model.virtualservice.TcpRoute;
import io.rutter.model.virtualservice.TlsMatch;
import io.rutter.model.virtualservice.TlsRoute;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.host.HostNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes the hosts, destinations and gateways of the VirtualServices of a namespace with their full
 * names. Istio document: Virtual Service: short names are relative to the VirtualService's own
 * namespace, in a delegate to the delegate's.
 *
 * <p>Values without short names stay the same objects, and a short name always becomes the same
 * string, because a mesh has many VirtualServices.
 */
final class VirtualServiceNames {
  private final String namespace;
  private final String domain;

  /** Full hosts by short name. */
  private final Map<String, String> fullHosts = new HashMap<>();

  VirtualServiceNames(String namespace, String domain) {
    this.namespace = namespace;
    this.domain = domain;
  }

  /** The VirtualService with full names. */
  VirtualService full(VirtualService virtualService) {
    ImmutableList<String> hosts = each(virtualService.hosts(), this::host);
    ImmutableList<String> gateways = gateways(virtualService.gateways());
    ImmutableList<HttpRoute> http = each(virtualService.http(), this::http);
    ImmutableList<TlsRoute> tls = each(virtualService.tls(), this::tls);
    ImmutableList<TcpRoute> tcp = each(virtualService.tcp(), this::tcp);
    boolean same =
        References.same(hosts, virtualService.hosts())
            && References.same(gateways, virtualService.gateways())
            && References.same(http, virtualService.http())
            && References.same(tls, virtualService.tls())
            && References.same(tcp, virtualService.tcp());
    return same
        ? virtualService
        : virtualService.toBuilder()
            .hosts(hosts)
            .gateways(gateways)
            .http(http)
            .tls(tls)
            .tcp(tcp)
            .build();
  }

  /** The changed items; the same list if none changes. */
  private static <T> ImmutableList<T> each(ImmutableList<T> items, UnaryOperator<T> change) {
    for (int i = 0; i < items.size(); i++) {
      T changed = change.apply(items.get(i));
      if (!References.same(changed, items.get(i))) {
        return items.size() == 1 ? ImmutableList.of(changed) : from(i, changed, items, change);
      }
    }
    return items;
  }

  private static <T> ImmutableList<T> from(
      int first, T changed, ImmutableList<T> items, UnaryOperator<T> change) {
    ImmutableList.Builder<T> all = ImmutableList.builderWithExpectedSize(items.size());
    all.addAll(items.subList(0, first)).add(changed);
    for (int i = first + 1; i < items.size(); i++) {
      all.add(change.apply(items.get(i)));
    }
    return all.build();
  }

  private HttpRoute http(HttpRoute route) {
    ImmutableList<HttpMatch> match = each(route.match(), this::match);
    ImmutableList<HttpRouteDestination> destinations = each(route.route(), this::destination);
    ImmutableList<Mirror> mirrors = each(route.mirrors(), this::mirror);
    Optional<Destination> mirror = route.mirror().map(this::destination);
    if (References.same(match, route.match())
        && References.same(destinations, route.route())
        && References.same(mirrors, route.mirrors())
        && mirror.equals(route.mirror())) {
      return route;
    }
    HttpRoute.Builder full = route.toBuilder().match(match).route(destinations).mirrors(mirrors);
    mirror.ifPresent(full::mirror);
    return full.build();
  }

  private TlsRoute tls(TlsRoute route) {
    ImmutableList<TlsMatch> match = each(route.match(), this::match);
    ImmutableList<RouteDestination> destinations = each(route.route(), this::destination);
    return References.same(match, route.match()) && References.same(destinations, route.route())
        ? route
        : route.toBuilder().match(match).route(destinations).build();
  }

  private TcpRoute tcp(TcpRoute route) {
    ImmutableList<TcpMatch> match = each(route.match(), this::match);
    ImmutableList<RouteDestination> destinations = each(route.route(), this::destination);
    return References.same(match, route.match()) && References.same(destinations, route.route())
        ? route
        : route.toBuilder().match(match).route(destinations).build();
  }

  private HttpMatch match(HttpMatch match) {
    ImmutableList<String> gateways = gateways(match.gateways());
    return References.same(gateways, match.gateways())
        ? match
        : match.toBuilder().gateways(gateways).build();
  }

  private TlsMatch match(TlsMatch match) {
    ImmutableList<String> gateways = gateways(match.gateways());
    return References.same(gateways, match.gateways())
        ? match
        : match.toBuilder().gateways(gateways).build();
  }

  private TcpMatch match(TcpMatch match) {
    ImmutableList<String> gateways = gateways(match.gateways());
    return References.same(gateways, match.gateways())
        ? match
        : match.toBuilder().gateways(gateways).build();
  }

  private HttpRouteDestination destination(HttpRouteDestination weighted) {
    Destination full = destination(weighted.destination());
    return References.same(full, weighted.destination())
        ? weighted
        : weighted.toBuilder().destination(full).build();
  }

  private RouteDestination destination(RouteDestination weighted) {
    Destination full = destination(weighted.destination());
    return References.same(full, weighted.destination())
        ? weighted
        : weighted.toBuilder().destination(full).build();
  }

  private Mirror mirror(Mirror mirror) {
    Destination full = destination(mirror.destination());
    return References.same(full, mirror.destination())
        ? mirror
        : mirror.toBuilder().destination(full).build();
  }

  private Destination destination(Destination destination) {
    String host = host(destination.host());
    return References.same(host, destination.host())
        ? destination
        : destination.toBuilder().host(host).build();
  }

  private String host(String host) {
    return HostNames.isFull(host)
        ? host
        : fullHosts.computeIfAbsent(host, name -> HostNames.full(name, namespace, domain));
  }

  private ImmutableList<String> gateways(ImmutableList<String> references) {
    return each(references, reference -> GatewayNames.full(reference, namespace));
  }
}
