// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.filter;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy;
import io.rutter.model.ConfigKey;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.RouteDestination;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.naming.StatNamePatterns;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a {@code tcp} or {@code tls} rule of a VirtualService sends connections: the network
 * filters of its chain. The DestinationRule of the first destination applies to all. Istio
 * document: Virtual Service, {@code RouteDestination}.
 */
public final class RouteDestinationsTranslator {
  private RouteDestinationsTranslator() {}

  /**
   * The filters for a rule's destinations.
   *
   * @param port the port of the listener or of the gateway's server
   * @param rule the rule of the VirtualService
   */
  public static ImmutableList<Filter> translate(
      ProxyScope scope, List<RouteDestination> routes, ServicePort port, ConfigPart rule) {
    return FilterOrigins.toDestinations(
        scope, rule, routes, filters(scope, routes, port, rule.object()));
  }

  /**
   * The filters.
   *
   * @param owner the VirtualService, for the statistics of rules with several destinations
   */
  private static ImmutableList<Filter> filters(
      ProxyScope scope, List<RouteDestination> routes, ServicePort port, ConfigKey owner) {
    Destination first = routes.get(0).destination();
    Optional<Service> service = scope.sidecar().service(first.host());
    Optional<DestinationRule> destinationRule =
        service.flatMap(scope::destinationRule).map(merged -> merged.rule());
    if (routes.size() == 1) {
      String subset = first.subset().orElse("");
      TcpProxy proxy =
          TcpProxyTranslator.toSubset(
              scope,
              statPrefix(scope, first, service, port),
              cluster(first, service, port),
              subset,
              destinationRule);
      return NetworkFilterChain.of(port.protocol(), proxy);
    }
    return NetworkFilterChain.of(
        port.protocol(),
        TcpProxyTranslator.toWeightedClusters(
            scope,
            owner.name() + "." + owner.namespace(),
            weighted(scope, routes, port),
            destinationRule));
  }

  private static ImmutableList<TcpProxyTranslator.WeightedCluster> weighted(
      ProxyScope scope, List<RouteDestination> routes, ServicePort port) {
    return routes.stream()
        .map(
            route ->
                new TcpProxyTranslator.WeightedCluster(
                    cluster(
                        route.destination(),
                        scope.sidecar().service(route.destination().host()),
                        port),
                    route.weight().orElse(0)))
        .collect(toImmutableList());
  }

  /**
   * The cluster of a destination: an alias means its service; without a port, the service's only
   * port is meant.
   */
  private static String cluster(
      Destination destination, Optional<Service> service, ServicePort listenerPort) {
    int port =
        destination
            .port()
            .orElseGet(
                () ->
                    service
                        .filter(s -> s.ports().size() == 1)
                        .map(s -> s.ports().get(0).number())
                        .orElse(listenerPort.number()));
    return ClusterNames.outbound(
        port,
        destination.subset().orElse(""),
        service.flatMap(Service::aliasOf).orElse(destination.host()));
  }

  private static String statPrefix(
      ProxyScope scope, Destination destination, Optional<Service> service, ServicePort port) {
    Optional<String> pattern =
        scope.settings().config().outboundClusterStatName().filter(p -> !p.isEmpty());
    return pattern.isPresent() && service.isPresent()
        ? StatNamePatterns.expand(
            pattern.get(),
            service.get(),
            destination.host(),
            destination.subset().orElse(""),
            port.number(),
            port.name(),
            OptionalInt.of(0))
        : cluster(destination, service, port);
  }
}
