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
 * @param server the server; its hosts are rewritten as the index sees them ({@code ./x} names its
 *     namespace, a star for the namespace is left out)
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
      Protocol protocol = Protocol.parse(server.port().protocol());
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

  /** The address that the server names, or empty. */
  public String bind() {
    return server.bind().orElse("");
  }

  /** Whether it is HTTP in clear text; TLS settings of such a server only redirect. */
  public boolean isPlainHttp() {
    return protocol.isHttp();
  }

  /** Whether connections arrive without TLS, HTTP or not. */
  public boolean isPlaintext() {
    return isPlainHttp() || server.tls().isEmpty();
  }

  /** Whether it leaves TLS as it comes (PASSTHROUGH, AUTO_PASSTHROUGH). */
  public boolean isPassthrough() {
    return hasMode(TlsMode.PASSTHROUGH) || isAutoPassthrough();
  }

  /** Whether it routes TLS by server names that name clusters (AUTO_PASSTHROUGH). */
  public boolean isAutoPassthrough() {
    return hasMode(TlsMode.AUTO_PASSTHROUGH);
  }

  /** The mode counts where there is TLS; settings of plain HTTP have the default one. */
  private boolean hasMode(TlsMode mode) {
    return !isPlainHttp() && server.tls().isPresent() && server.tls().get().mode() == mode;
  }

  /** Whether it terminates TLS and reads requests as HTTP. */
  public boolean terminatesHttps() {
    return protocol == Protocol.HTTPS && server.tls().isPresent() && !isPassthrough();
  }

  /** Its hosts without namespaces, sorted and without repeats; a star among them means any name. */
  public ImmutableList<String> serverNames() {
    return server.hosts().stream()
        .map(host -> host.substring(host.indexOf('/') + 1))
        .collect(toImmutableSortedSet(String::compareTo))
        .asList();
  }
}
