// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.gateway;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.rutter.model.gateway.ServerTls;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.internal.filter.HttpConnectionManagerOptions;
import io.rutter.translator.internal.filter.HttpConnectionManagerOptions.Codec;
import io.rutter.translator.internal.filter.HttpConnectionManagerTranslator;
import io.rutter.translator.internal.filter.ListenerClass;
import io.rutter.translator.internal.filter.NetworkFilters;
import io.rutter.translator.internal.naming.StatNames;
import io.rutter.translator.internal.origin.ConfigPart;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.gateway.MergedServer;
import io.rutter.translator.internal.tls.ServerProtocol;
import io.rutter.translator.internal.tls.ServerTlsTranslator;
import java.util.Optional;

/**
 * HTTP and HTTPS servers of a Gateway → filter chains with a connection manager. All plain HTTP
 * servers on one port share one chain that matches any name; each HTTPS server has its own, for the
 * names of its hosts. Istio document: Gateway, {@code Server}.
 */
final class GatewayHttpChains {
  private GatewayHttpChains() {}

  /** The chain of all plain HTTP servers of a listener, named by the first of them. */
  static GatewayChain plaintext(ProxyScope scope, MergedServer server, String listenerName) {
    return new GatewayChain(
        origin(server),
        ImmutableList.of(),
        ImmutableList.of(),
        Optional.empty(),
        ImmutableList.of(
            connectionManager(scope, server, defaultStatPrefix(listenerName), Codec.AUTO)),
        Optional.of(server.routeName()));
  }

  /** The chain of a server that terminates HTTPS over TCP. */
  static GatewayChain https(
      ProxyScope scope, MergedServer server, String listenerName, ProblemSink problems) {
    return terminated(scope, server, listenerName, Codec.AUTO, ServerProtocol.HTTP, problems);
  }

  /** The chain of the same server over QUIC. */
  static GatewayChain http3(
      ProxyScope scope, MergedServer server, String listenerName, ProblemSink problems) {
    return terminated(scope, server, listenerName, Codec.HTTP3, ServerProtocol.HTTP3, problems);
  }

  static ConfigPart origin(MergedServer server) {
    return server.part("");
  }

  private static GatewayChain terminated(
      ProxyScope scope,
      MergedServer server,
      String listenerName,
      Codec codec,
      ServerProtocol protocol,
      ProblemSink problems) {
    Optional<ServerTls> tls = server.server().tls();
    String statPrefix =
        server
            .server()
            .name()
            .filter(name -> !name.isEmpty())
            .orElseGet(() -> defaultStatPrefix(listenerName));
    return new GatewayChain(
        origin(server),
        server.serverNames(),
        ImmutableList.of(),
        tls.map(
            settings ->
                ServerTlsTranslator.translate(
                    scope, settings, protocol, origin(server).under("tls", problems))),
        ImmutableList.of(connectionManager(scope, server, statPrefix, codec)),
        Optional.of(server.routeName()));
  }

  private static Filter connectionManager(
      ProxyScope scope, MergedServer server, String statPrefix, Codec codec) {
    return NetworkFilters.of(
        scope,
        HttpConnectionManagerTranslator.translate(
            scope,
            HttpConnectionManagerOptions.builder(ListenerClass.GATEWAY)
                .statPrefix(statPrefix)
                .rds(server.routeName())
                .protocol(server.protocol())
                .codec(codec)
                .build()));
  }

  private static String defaultStatPrefix(String listenerName) {
    return StatNames.delimited("outbound_" + listenerName);
  }
}
