// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.rutter.inspect.graph.EdgeKind;
import io.rutter.inspect.graph.NodeKind;
import io.rutter.inspect.internal.graph.read.MeshReading;
import io.rutter.inspect.internal.graph.read.SeenHost;
import io.rutter.inspect.internal.graph.read.Viewpoint;
import io.rutter.model.ConfigKey;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayServer;
import java.util.List;
import java.util.Optional;

/** Draws the Gateways that select a proxy, and the hosts that they serve there. */
final class GatewayNodes {
  private static final int MOST_HOSTS = 4;

  private final GraphDraft draft;
  private final MeshReading reading;

  GatewayNodes(GraphDraft draft, MeshReading reading) {
    this.draft = draft;
    this.reading = reading;
  }

  void draw() {
    for (Viewpoint view : reading.views()) {
      view.gateways().forEach(this::gateway);
    }
    for (SeenHost host : reading.hosts()) {
      if (host.view().isGateway()) {
        host(host);
      }
    }
  }

  private void gateway(Gateway gateway) {
    String id = id(gateway);
    draft.node(id, NodeKind.GATEWAY, gateway.metadata().name(), gateway.metadata().namespace());
    for (GatewayServer server : gateway.servers()) {
      draft.line(id, server(server), Optional.of(ConfigKey.of("Gateway", gateway.metadata())));
    }
  }

  private static String server(GatewayServer server) {
    String tls =
        server
            .tls()
            .map(
                own ->
                    own.httpsRedirect() ? " redirect" : " " + Ascii.toLowerCase(own.mode().name()))
            .orElse("");
    List<String> hosts = server.hosts();
    return server.port().number().orElse(0)
        + " "
        + server.port().protocol().name()
        + tls.replace('_', ' ')
        + ": "
        + hosts.stream().limit(MOST_HOSTS).collect(joining(", "))
        + (hosts.size() > MOST_HOSTS ? " and " + (hosts.size() - MOST_HOSTS) + " more" : "");
  }

  private static String id(Gateway gateway) {
    return "gateway/" + gateway.metadata().namespace() + "/" + gateway.metadata().name();
  }

  private void host(SeenHost host) {
    String id = Names.host(host, reading.known());
    draft.node(id, NodeKind.HOST, host.host().equals("*") ? "any host" : host.host(), "");
    ImmutableList<Gateway> serving = serving(host);
    serving.forEach(
        gateway ->
            draft.edge(
                id(gateway),
                id,
                EdgeKind.SERVES,
                host.serving(),
                Optional.of(ConfigKey.of("Gateway", gateway.metadata()))));
  }

  /** The Gateways with a server for that host and port; all that the proxy has, if none is. */
  private static ImmutableList<Gateway> serving(SeenHost host) {
    ImmutableList.Builder<Gateway> found = ImmutableList.builder();
    for (Gateway gateway : host.view().gateways()) {
      if (gateway.servers().stream()
          .filter(server -> server.port().number().orElse(0) == host.port())
          .flatMap(server -> server.hosts().stream())
          .anyMatch(pattern -> covers(pattern, host.host()))) {
        found.add(gateway);
      }
    }
    ImmutableList<Gateway> serving = found.build();
    return serving.isEmpty() ? host.view().gateways() : serving;
  }

  private static boolean covers(String pattern, String host) {
    String bare = pattern.substring(pattern.indexOf('/') + 1);
    return bare.equals("*")
        || bare.equals(host)
        || (bare.startsWith("*.") && host.endsWith(bare.substring(1)))
        || (host.startsWith("*.") && bare.endsWith(host.substring(1)));
  }
}
