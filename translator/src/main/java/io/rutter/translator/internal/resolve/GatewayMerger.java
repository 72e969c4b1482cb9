// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.Protocol;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the servers of one proxy's Gateways together by listener. The first server on a port and
 * address decides what may join it; what may not is dropped and reported:
 *
 * <ul>
 *   <li>plain HTTP joins plain HTTP, in one route configuration;
 *   <li>TLS joins TLS, each server with filter chains of its own;
 *   <li>plain text joins TLS that was there before, unless it is HTTP and that is HTTPS for any
 *       server name;
 *   <li>nothing else joins plain text, and nothing joins plain TCP;
 *   <li>a server with TLS settings, a mere redirect included, must not repeat a host of another
 *       such server; between HTTPS servers that terminate TLS the namespace before a host makes no
 *       difference, because Envoy refuses two filter chains for one server name.
 * </ul>
 *
 * Istio document: Gateway.
 */
final class GatewayMerger {
  private final boolean quicListeners;
  private final ProblemSink problems;
  private final String wildcard;
  private final Map<ListenerKey, List<MergedServer>> listeners = new LinkedHashMap<>();
  private final Map<HostClaim, MergedServer> hosts = new LinkedHashMap<>();
  private final Map<ServerNameClaim, MergedServer> serverNames = new LinkedHashMap<>();
  private boolean hasAutoPassthrough;

  GatewayMerger(Proxy proxy, boolean quicListeners, ProblemSink problems) {
    this.quicListeners = quicListeners;
    this.problems = problems;
    this.wildcard =
        !proxy.ipAddresses().isEmpty()
                && proxy.ipAddresses().stream().allMatch(address -> address.indexOf(':') >= 0)
            ? "::"
            : "0.0.0.0";
  }

  /** Where a listener listens; the wildcard address, written or not, is empty. */
  private record ListenerKey(int port, String bind) {}

  /**
   * A host that is taken. As in Istio, a server on another address takes a host of a port over, so
   * that the next on the first address may have it again.
   *
   * @param host the host with its namespace
   */
  private record HostClaim(int port, String host) {}

  /** A name that HTTPS is terminated for, which Envoy allows once per listener. */
  private record ServerNameClaim(ListenerKey listener, String name) {}

  /** Adds the servers of the next Gateway; the oldest comes first. */
  void add(SelectedGateway selected) {
    Gateway gateway = selected.gateway();
    for (int i = 0; i < gateway.servers().size(); i++) {
      GatewayServer server = gateway.servers().get(i);
      int declared = server.port().number().orElse(0);
      String bind = server.bind().orElse("");
      boolean udp = quicListeners && selected.hasUdp(declared);
      for (int port : selected.listeningPorts(declared)) {
        MergedServer merged =
            new MergedServer(server, gateway.metadata(), i, declared, port, bind, "", false);
        add(merged.withRouteName(routeName(merged)).withQuic(udp && merged.terminatesHttps()));
      }
    }
  }

  /** All that was accepted. */
  MergedGateways merged() {
    return new MergedGateways(
        listeners.entrySet().stream()
            .map(
                entry ->
                    new ServerGroup(
                        entry.getKey().port(),
                        entry.getValue().get(0).bind(),
                        ImmutableList.copyOf(entry.getValue())))
            .collect(toImmutableList()),
        byRoute(),
        hasAutoPassthrough);
  }

  /** A server of a Gateway with the route configuration that it uses. */
  private record RoutedServer(String routeName, String namespace, String gateway, int index) {
    static RoutedServer of(MergedServer server) {
      return new RoutedServer(
          server.routeName(),
          server.gateway().namespace(),
          server.gateway().name(),
          server.index());
    }
  }

  /** A server that listens on several ports counts once for a route configuration. */
  private ImmutableListMultimap<String, MergedServer> byRoute() {
    ImmutableListMultimap.Builder<String, MergedServer> byRoute = ImmutableListMultimap.builder();
    Set<RoutedServer> seen = new HashSet<>();
    listeners.values().stream()
        .flatMap(List::stream)
        .filter(server -> !server.routeName().isEmpty())
        .filter(server -> seen.add(RoutedServer.of(server)))
        .forEach(server -> byRoute.put(server.routeName(), server));
    return byRoute.build();
  }

  /** Plain HTTP of one port and address shares its name, terminated HTTPS never does. */
  private static String routeName(MergedServer server) {
    String suffix = server.bind().isEmpty() ? "" : "." + server.bind();
    if (server.isPlainHttp()) {
      return "http." + server.port() + suffix;
    }
    if (server.protocol() == Protocol.HTTPS && !server.isPassthrough()) {
      return String.join(
              ".",
              "https",
              Integer.toString(server.declaredPort()),
              server.server().port().name(),
              server.gateway().name(),
              server.gateway().namespace())
          + suffix;
    }
    return "";
  }

  private void add(MergedServer server) {
    ListenerKey key = key(server);
    if (!claimHosts(key, server)) {
      return;
    }
    List<MergedServer> others = listeners.computeIfAbsent(key, k -> new ArrayList<>());
    Optional<MergedServer> plain = others.stream().filter(MergedServer::isPlaintext).findFirst();
    if (plain.isPresent()) {
      joinPlaintext(server, plain.get(), others);
    } else {
      joinTls(server, key, others);
    }
  }

  private ListenerKey key(MergedServer server) {
    return new ListenerKey(server.port(), server.bind().equals(wildcard) ? "" : server.bind());
  }

  /** Takes the hosts of a server with TLS settings, unless another has one of them. */
  private boolean claimHosts(ListenerKey key, MergedServer server) {
    if (server.server().tls().isEmpty()) {
      return true;
    }
    Set<HostClaim> wanted = new LinkedHashSet<>();
    server.server().hosts().forEach(host -> wanted.add(new HostClaim(server.port(), host)));
    for (HostClaim claim : wanted) {
      MergedServer other = hosts.get(claim);
      if (other != null && key(other).equals(key)) {
        dropForHost(server, claim.host(), other);
        return false;
      }
    }
    ImmutableList<ServerNameClaim> names = serverNames(key, server);
    for (ServerNameClaim claim : names) {
      MergedServer other = serverNames.get(claim);
      if (other != null) {
        dropForHost(server, claim.name(), other);
        return false;
      }
    }
    wanted.forEach(claim -> hosts.put(claim, server));
    names.forEach(claim -> serverNames.put(claim, server));
    hasAutoPassthrough |= server.isAutoPassthrough();
    return true;
  }

  private static ImmutableList<ServerNameClaim> serverNames(ListenerKey key, MergedServer server) {
    if (!server.terminatesHttps()) {
      return ImmutableList.of();
    }
    ImmutableList<String> names = server.serverNames();
    return (names.contains("*") ? ImmutableList.of("*") : names)
        .stream().map(name -> new ServerNameClaim(key, name)).collect(toImmutableList());
  }

  private void joinPlaintext(MergedServer server, MergedServer plain, List<MergedServer> others) {
    if (server.isPlainHttp() && plain.isPlainHttp()) {
      others.add(server.withRouteName(plain.routeName()));
    } else {
      dropForProtocol(server, plain);
    }
  }

  private void joinTls(MergedServer server, ListenerKey key, List<MergedServer> others) {
    if (server.isPlainHttp()) {
      MergedServer catchAll = serverNames.get(new ServerNameClaim(key, "*"));
      if (catchAll != null) {
        dropForProtocol(server, catchAll);
        return;
      }
    } else if (server.terminatesHttps()) {
      for (MergedServer other : others) {
        if (other.routeName().equals(server.routeName())) {
          drop(
              server,
              ".port.name",
              server.server().port().name() + " (expected: not that of " + describe(other) + ")");
          return;
        }
      }
    }
    others.add(server);
  }

  private void dropForHost(MergedServer server, String host, MergedServer other) {
    drop(server, ".hosts", host + " (expected: a host that " + describe(other) + " does not have)");
  }

  private void dropForProtocol(MergedServer server, MergedServer other) {
    drop(
        server,
        ".port.protocol",
        server.server().port().protocol()
            + " (expected: a protocol that can share port "
            + server.port()
            + " with "
            + other.server().port().protocol()
            + " of "
            + describe(other)
            + ")");
  }

  private void drop(MergedServer server, String path, String message) {
    problems.report(
        Problem.warning(ProblemCode.CONFLICT)
            .object(server.gatewayKey())
            .path("spec.servers[" + server.index() + "]" + path)
            .message(path.substring(path.lastIndexOf('.') + 1) + ": " + message)
            .build());
  }

  private static String describe(MergedServer server) {
    return "spec.servers[" + server.index() + "] of " + server.gatewayKey();
  }
}
