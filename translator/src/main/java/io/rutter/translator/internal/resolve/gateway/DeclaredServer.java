// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.gateway;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.gateway.TlsMode;

/**
 * One server of a Gateway, whatever proxy serves it. Istio document: Gateway, {@code Server}.
 *
 * @param server the server; its hosts are in canonical form ({@code ./x} has its namespace spelled
 *     out, {@code *} as namespace is dropped)
 * @param gateway identity of the Gateway
 * @param gatewayName the Gateway as VirtualServices name it: {@code namespace/name}
 * @param index position in the Gateway's servers
 * @param protocol the protocol of its port
 */
public record DeclaredServer(
    GatewayServer server, ObjectMeta gateway, String gatewayName, int index, Protocol protocol) {

  /** The servers of a Gateway, in its order. */
  public static ImmutableList<DeclaredServer> of(Gateway gateway) {
    ObjectMeta metadata = gateway.metadata();
    String name = metadata.namespace() + "/" + metadata.name();
    ImmutableList.Builder<DeclaredServer> servers =
        ImmutableList.builderWithExpectedSize(gateway.servers().size());
    for (int i = 0; i < gateway.servers().size(); i++) {
      GatewayServer server = gateway.servers().get(i);
      Protocol protocol = server.port().protocol();
      servers.add(new DeclaredServer(server, metadata, name, i, protocol));
    }
    return servers.build();
  }

  /** The Gateway. */
  public ConfigKey gatewayKey() {
    return ConfigKey.of("Gateway", gateway);
  }

  /** The port number as written in the Gateway. */
  public int port() {
    return server.port().number().orElse(0);
  }

  /** The bind address of the server, or empty. */
  public String bind() {
    return server.bind().orElse("");
  }

  /** Whether it is plain HTTP, whose TLS settings can only redirect. */
  public boolean isPlainHttp() {
    return protocol.isHttp();
  }

  /** Whether connections arrive without TLS, HTTP or not. */
  public boolean isPlaintext() {
    return isPlainHttp() || server.tls().isEmpty();
  }

  /** Whether it forwards TLS without terminating it (PASSTHROUGH, AUTO_PASSTHROUGH). */
  public boolean isPassthrough() {
    return hasMode(TlsMode.PASSTHROUGH) || isAutoPassthrough();
  }

  /** Whether it routes TLS by server names that encode clusters (AUTO_PASSTHROUGH). */
  public boolean isAutoPassthrough() {
    return hasMode(TlsMode.AUTO_PASSTHROUGH);
  }

  /** Whether it has TLS with this mode; the mode in TLS settings of plain HTTP is ignored. */
  private boolean hasMode(TlsMode mode) {
    return !isPlainHttp() && server.tls().isPresent() && server.tls().get().mode() == mode;
  }

  /** Whether it terminates TLS and parses HTTP. */
  public boolean terminatesHttps() {
    return protocol == Protocol.HTTPS && server.tls().isPresent() && !isPassthrough();
  }

  /** Its hosts without namespaces, sorted and without repeats; {@code *} means any name. */
  public ImmutableList<String> serverNames() {
    return server.hosts().stream()
        .map(host -> host.substring(host.indexOf('/') + 1))
        .collect(toImmutableSortedSet(String::compareTo))
        .asList();
  }
}
