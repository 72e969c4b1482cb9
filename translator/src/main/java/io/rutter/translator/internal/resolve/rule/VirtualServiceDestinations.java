// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.rule;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.virtualservice.Destination;
import io.rutter.model.virtualservice.HttpMatch;
import io.rutter.model.virtualservice.HttpRoute;
import io.rutter.model.virtualservice.TcpRoute;
import io.rutter.model.virtualservice.TlsRoute;
import io.rutter.model.virtualservice.VirtualService;

/**
 * The hosts that a VirtualService sends traffic to, including mirrors: a proxy that has its routes
 * needs these services, whether it imports them or not. Istio document: Sidecar.
 */
public final class VirtualServiceDestinations {
  /** All ports of a host, because some destination names no port. */
  public static final int ANY_PORT = 0;

  private VirtualServiceDestinations() {}

  /**
   * Ports by host, in order of the rules. HTTP rules that only apply to other namespaces are
   * ignored.
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

  /** Whether some rules only apply to clients of some namespaces. */
  public static boolean dependOnNamespace(VirtualService virtualService) {
    for (HttpRoute route : virtualService.http()) {
      for (HttpMatch match : route.match()) {
        if (match.sourceNamespace().isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** All hosts that HTTP rules send requests to, mirrors included. */
  public static ImmutableSet<String> ofHttp(VirtualService virtualService) {
    ImmutableSet.Builder<String> hosts = ImmutableSet.builder();
    for (HttpRoute route : virtualService.http()) {
      route.route().forEach(weighted -> hosts.add(weighted.destination().host()));
      route.mirror().ifPresent(mirror -> hosts.add(mirror.host()));
      route.mirrors().forEach(mirror -> hosts.add(mirror.destination().host()));
    }
    return hosts.build();
  }

  private static void add(
      Destination destination, ImmutableSetMultimap.Builder<String, Integer> ports) {
    ports.put(destination.host(), destination.port().orElse(ANY_PORT));
  }

  /**
   * Whether a rule applies to a namespace: if any match names a source namespace, one must name
   * this one.
   */
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
