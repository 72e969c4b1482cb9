// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.TcpRoute;
import io.rutter.model.virtualservice.TlsRoute;
import io.rutter.model.virtualservice.VirtualService;

/**
 * Where a VirtualService sends traffic, mirrors included: a proxy that has its routes needs these
 * services, whether it imports them or not. Istio document: Sidecar.
 */
public final class VirtualServiceDestinations {
  /** Stands for all ports of a host: some destination names no port. */
  public static final int ANY_PORT = 0;

  private VirtualServiceDestinations() {}

  /**
   * Ports by host, in order of the rules. HTTP rules that are only for other namespaces do not
   * count.
   */
  public static ImmutableSetMultimap<String, Integer> of(
      VirtualService virtualService, String namespace) {
    ImmutableSetMultimap.Builder<String, Integer> ports = ImmutableSetMultimap.builder();
    for (HttpRoute route : virtualService.http()) {
      if (appliesTo(route, namespace)) {
        route.route().forEach(weighted -> add(weighted.destination(), ports));
        route.mirror().ifPresent(mirror -> add(mirror, ports));
        route.mirrors().forEach(mirror -> add(mirror.destination(), ports));
      }
    }
    for (TcpRoute route : virtualService.tcp()) {
      route.route().forEach(weighted -> add(weighted.destination(), ports));
    }
    for (TlsRoute route : virtualService.tls()) {
      route.route().forEach(weighted -> add(weighted.destination(), ports));
    }
    return ports.build();
  }

  private static void add(
      Destination destination, ImmutableSetMultimap.Builder<String, Integer> ports) {
    ports.put(destination.host(), destination.port().orElse(ANY_PORT));
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
}
