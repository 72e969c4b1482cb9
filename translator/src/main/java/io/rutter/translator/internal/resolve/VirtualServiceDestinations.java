// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.Mirror;
import io.rutter.model.virtualservice.VirtualService;
import java.util.stream.Stream;

/**
 * Where a VirtualService sends traffic, mirrors included: a proxy that has its routes needs these
 * services, whether it imports them or not. Istio document: Sidecar.
 */
final class VirtualServiceDestinations {
  /** Stands for all ports of a host: some destination names no port. */
  static final int ANY_PORT = 0;

  private VirtualServiceDestinations() {}

  /**
   * Ports by host, in order of the rules. HTTP rules that are only for other namespaces do not
   * count.
   */
  static ImmutableSetMultimap<String, Integer> of(VirtualService virtualService, String namespace) {
    ImmutableSetMultimap.Builder<String, Integer> ports = ImmutableSetMultimap.builder();
    Stream.of(
            virtualService.http().stream()
                .filter(route -> appliesTo(route, namespace))
                .flatMap(VirtualServiceDestinations::destinations),
            virtualService.tcp().stream()
                .flatMap(route -> route.route().stream().map(d -> d.destination())),
            virtualService.tls().stream()
                .flatMap(route -> route.route().stream().map(d -> d.destination())))
        .flatMap(destinations -> destinations)
        .forEach(destination -> ports.put(destination.host(), destination.port().orElse(ANY_PORT)));
    return ports.build();
  }

  /** Where any match names a namespace, one of them has to name this one. */
  private static boolean appliesTo(HttpRoute route, String namespace) {
    boolean other = false;
    for (HttpMatch match : route.match()) {
      if (match.sourceNamespace().isPresent()) {
        if (match.sourceNamespace().get().equals(namespace)) {
          return true;
        }
        other = true;
      }
    }
    return !other;
  }

  private static Stream<Destination> destinations(HttpRoute route) {
    return Stream.of(
            route.route().stream().map(d -> d.destination()),
            route.mirror().stream(),
            route.mirrors().stream().map(Mirror::destination))
        .flatMap(destinations -> destinations);
  }
}
