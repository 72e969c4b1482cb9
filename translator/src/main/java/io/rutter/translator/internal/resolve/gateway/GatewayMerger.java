// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.Protocol;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges the servers of one proxy's Gateways by listener. The first server on a port and address
 * decides which others may join; a server that may not is dropped and reported:
 *
 * <ul>
 *   <li>plain HTTP joins plain HTTP, in one route configuration;
 *   <li>TLS joins TLS, each server with filter chains of its own;
 *   <li>plain text joins earlier TLS servers, unless it is HTTP and they are HTTPS for any server
 *       name;
 *   <li>nothing else joins plain text, and nothing joins plain TCP;
 *   <li>a server with TLS settings, even if only a redirect, must not repeat a host of another such
 *       server; between servers that terminate HTTPS the namespace of a host is ignored, because
 *       Envoy rejects two filter chains for one server name.
 * </ul>
 *
 * Istio document: Gateway.
 */
public final class GatewayMerger {
  private final boolean quicListeners;
  private final ProblemSink problems;
  private final String wildcard;
  private final Map<ListenerKey, Listener> listeners = new LinkedHashMap<>();
  private final Map<HostClaim, MergedServer> hosts = new LinkedHashMap<>();
  private final Map<ServerNameClaim, MergedServer> serverNames = new LinkedHashMap<>();
  private boolean hasAutoPassthrough;

  public GatewayMerger(Proxy proxy, boolean quicListeners, ProblemSink problems) {
    this.quicListeners = quicListeners;
    this.problems = problems;
    this.wildcard =
        !proxy.ipAddresses().isEmpty()
                && proxy.ipAddresses().stream().allMatch(address -> address.indexOf(':') >= 0)
            ? "::"
            : "0.0.0.0";
  }

  /** The address of a listener; the wildcard address, written or not, is empty. */
  private record ListenerKey(int port, String bind) {}

  /** The servers that share a listener. */
  private static final class Listener {
    final List<MergedServer> servers = new ArrayList<>();

    /** The first server of each route configuration. */
    final Map<String, MergedServer> byRoute = new HashMap<>();

    /** The first plain-text server. */
    @Nullable MergedServer plain;

    void add(MergedServer server) {
      servers.add(server);
      byRoute.putIfAbsent(server.routeName(), server);
      if (plain == null && server.isPlaintext()) {
        plain = server;
      }
    }
  }

  /**
   * A claimed host. As in Istio, a server on another address takes over a host of the port, so that
   * the next server on the first address may claim it again.
   *
   * @param host the host with its namespace
   */
  private record HostClaim(int port, String host) {}

  /** A server name for which HTTPS is terminated, which Envoy allows once per listener. */
  private record ServerNameClaim(ListenerKey listener, String name) {}

  /** Adds the servers of the next Gateway; the oldest comes first. */
  public void add(SelectedGateway selected) {
    for (DeclaredServer server : selected.gateway().servers()) {
      boolean quic = quicListeners && server.terminatesHttps() && selected.hasUdp(server.port());
      for (int port : selected.listeningPorts(server.port())) {
        add(server, port, quic);
      }
    }
  }

  /** The accepted servers. */
  public MergedGateways merged() {
    ImmutableList.Builder<ServerGroup> groups =
        ImmutableList.builderWithExpectedSize(listeners.size());
    listeners.forEach(
        (key, listener) ->
            groups.add(
                new ServerGroup(
                    key.port(),
                    listener.servers.get(0).bind(),
                    ImmutableList.copyOf(listener.servers))));
    return new MergedGateways(groups.build(), byRoute(), hasAutoPassthrough);
  }

  /** A server of a Gateway with the route configuration that it uses. */
  private record RoutedServer(String routeName, String gateway, int index) {
    static RoutedServer of(MergedServer server) {
      return new RoutedServer(server.routeName(), server.gatewayName(), server.index());
    }
  }

  /**
   * The servers by route configuration. A server on several ports counts once for each; plain HTTP
   * has one route configuration per port.
   */
  private ImmutableListMultimap<String, MergedServer> byRoute() {
    ImmutableListMultimap.Builder<String, MergedServer> byRoute = ImmutableListMultimap.builder();
    Set<RoutedServer> seen = new HashSet<>();
    for (Listener listener : listeners.values()) {
      for (MergedServer server : listener.servers) {
        if (!server.routeName().isEmpty()
            && (server.isPlainHttp() || seen.add(RoutedServer.of(server)))) {
          byRoute.put(server.routeName(), server);
        }
      }
    }
    return byRoute.build();
  }

  /**
   * The route configuration of a server: shared by plain HTTP on one port and address, separate for
   * each server that terminates HTTPS.
   *
   * @param plain the first plain-text server of the listener
   */
  private static String routeName(DeclaredServer server, int port, @Nullable MergedServer plain) {
    if (server.isPlainHttp()) {
      return plain != null ? plain.routeName() : "http." + port + suffix(server);
    }
    if (server.protocol() == Protocol.HTTPS && !server.isPassthrough()) {
      return String.join(
              ".",
              "https",
              Integer.toString(server.port()),
              server.server().port().name(),
              server.gateway().name(),
              server.gateway().namespace())
          + suffix(server);
    }
    return "";
  }

  private static String suffix(DeclaredServer server) {
    return server.bind().isEmpty() ? "" : "." + server.bind();
  }

  private void add(DeclaredServer declared, int port, boolean quic) {
    ListenerKey key = key(port, declared.bind());
    Listener listener = listeners.get(key);
    MergedServer plain = listener == null ? null : listener.plain;
    MergedServer server = new MergedServer(declared, port, routeName(declared, port, plain), quic);
    if (!claimHosts(key, server)) {
      return;
    }
    if (listener == null) {
      listener = new Listener();
      listeners.put(key, listener);
    }
    if (plain == null) {
      joinTls(server, key, listener);
    } else if (server.isPlainHttp() && plain.isPlainHttp()) {
      listener.add(server);
    } else {
      dropForProtocol(server, plain);
    }
  }

  private ListenerKey key(int port, String bind) {
    return new ListenerKey(port, bind.equals(wildcard) ? "" : bind);
  }

  /** Claims the hosts of a server with TLS settings, unless another server has one of them. */
  private boolean claimHosts(ListenerKey key, MergedServer server) {
    if (server.server().tls().isEmpty()) {
      return true;
    }
    Set<HostClaim> wanted = new LinkedHashSet<>();
    server.server().hosts().forEach(host -> wanted.add(new HostClaim(server.port(), host)));
    for (HostClaim claim : wanted) {
      MergedServer other = hosts.get(claim);
      if (other != null && key(other.port(), other.bind()).equals(key)) {
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

  private void joinTls(MergedServer server, ListenerKey key, Listener listener) {
    if (server.isPlainHttp()) {
      MergedServer catchAll = serverNames.get(new ServerNameClaim(key, "*"));
      if (catchAll != null) {
        dropForProtocol(server, catchAll);
        return;
      }
    } else if (server.terminatesHttps()) {
      MergedServer other = listener.byRoute.get(server.routeName());
      if (other != null) {
        drop(
            server,
            ".port.name",
            server.server().port().name() + " (expected: not that of " + describe(other) + ")");
        return;
      }
    }
    listener.add(server);
  }

  private void dropForHost(MergedServer server, String host, MergedServer other) {
    drop(server, ".hosts", host + " (expected: a host that " + describe(other) + " does not have)");
  }

  private void dropForProtocol(MergedServer server, MergedServer other) {
    drop(
        server,
        ".port.protocol",
        server.protocol().displayName()
            + " (expected: a protocol that can share port "
            + server.port()
            + " with "
            + other.protocol().displayName()
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
