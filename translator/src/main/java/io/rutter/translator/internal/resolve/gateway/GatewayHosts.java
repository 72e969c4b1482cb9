// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.host.HostMatching;
import java.util.List;

/**
 * Evaluates the hosts of a Gateway's server: which VirtualServices it accepts, and for which of
 * their hosts. Istio document: Gateway, {@code Server.hosts}.
 */
public final class GatewayHosts {
  private GatewayHosts() {}

  /**
   * Rewrites hosts to the two forms {@code a.example} and {@code namespace/a.example}: a dot means
   * the Gateway's namespace, a star any namespace, and a list that covers every host of every
   * namespace becomes just {@code *}.
   */
  public static ImmutableList<String> canonical(List<String> hosts, String gatewayNamespace) {
    if (!anyHasNamespace(hosts)) {
      return ImmutableList.copyOf(hosts);
    }
    if (hosts.contains("*/*")) {
      return ImmutableList.of("*");
    }
    return hosts.stream()
        .map(
            host -> {
              if (host.startsWith("./")) {
                return gatewayNamespace + host.substring(1);
              }
              return host.startsWith("*/") ? host.substring(2) : host;
            })
        .collect(toImmutableList());
  }

  private static boolean anyHasNamespace(List<String> hosts) {
    for (String host : hosts) {
      if (host.indexOf('/') >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The hosts with which a server accepts VirtualServices of that namespace. */
  static ImmutableList<String> inNamespace(List<String> hosts, String namespace) {
    if (!anyHasNamespace(hosts)) {
      return ImmutableList.copyOf(hosts);
    }
    ImmutableList.Builder<String> found = ImmutableList.builder();
    for (String host : hosts) {
      int slash = host.indexOf('/');
      if (slash < 0) {
        found.add(host);
      } else if ((slash == namespace.length() && host.startsWith(namespace))
          || host.startsWith("*/")) {
        found.add(host.substring(slash + 1));
      }
    }
    return found.build();
  }

  /**
   * The hosts for which a server serves the HTTP routes of a VirtualService: the more specific one
   * of each overlapping pair, in order of the server's hosts. Empty if the server does not accept
   * it.
   */
  public static ImmutableList<String> intersection(
      DeclaredServer server, VirtualService virtualService) {
    return HostMatching.intersection(
        inNamespace(server.server().hosts(), virtualService.metadata().namespace()),
        virtualService.hosts());
  }

  /** Whether a server accepts the TCP or TLS routes of a VirtualService: any two hosts overlap. */
  public static boolean accepts(DeclaredServer server, VirtualService virtualService) {
    return HostMatching.anyOverlap(
        inNamespace(server.server().hosts(), virtualService.metadata().namespace()),
        virtualService.hosts());
  }
}
