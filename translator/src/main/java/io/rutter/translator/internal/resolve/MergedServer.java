// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import io.rutter.model.Protocol;
import io.rutter.model.gateway.GatewayServer;
import io.rutter.model.gateway.TlsMode;

/**
 * One server of a Gateway that a proxy serves.
 *
 * @param server the server; its hosts are rewritten as the index sees them ({@code ./x} names its
 *     namespace, a star for the namespace is left out)
 * @param gateway identity of the Gateway
 * @param index position in the Gateway's servers
 * @param declaredPort the port number as written in the Gateway
 * @param port the port that the proxy listens on
 * @param bind the address that the server names, or empty
 * @param routeName the route configuration that it uses, or empty where it has none
 * @param quic whether HTTP/3 is served beside it
 */
public record MergedServer(
    GatewayServer server,
    ObjectMeta gateway,
    int index,
    int declaredPort,
    int port,
    String bind,
    String routeName,
    boolean quic) {
  /** The Gateway as VirtualServices name it: {@code namespace/name}. */
  public String gatewayName() {
    return gateway.namespace() + "/" + gateway.name();
  }

  /** The Gateway. */
  public ConfigKey gatewayKey() {
    return ConfigKey.of("Gateway", gateway);
  }

  /** The protocol of its port. */
  public Protocol protocol() {
    return Protocol.parse(server.port().protocol());
  }

  /** Whether it is HTTP in clear text; TLS settings of such a server only redirect. */
  public boolean isPlainHttp() {
    return protocol().isHttp();
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
    return !isPlainHttp() && server.tls().filter(tls -> tls.mode() == mode).isPresent();
  }

  /** Whether it terminates TLS and reads requests as HTTP. */
  public boolean terminatesHttps() {
    return protocol() == Protocol.HTTPS && server.tls().isPresent() && !isPassthrough();
  }

  /** Whether TLS is terminated here, for HTTP or for anything else. */
  public boolean terminatesTls() {
    return !isPlaintext() && !isPassthrough();
  }

  /** Its hosts without namespaces, sorted and without repeats; a star among them means any name. */
  public ImmutableList<String> serverNames() {
    return GatewayHosts.serverNames(server.hosts());
  }

  /** The same with another route configuration. */
  MergedServer withRouteName(String name) {
    return new MergedServer(server, gateway, index, declaredPort, port, bind, name, quic);
  }

  /** The same with or without HTTP/3. */
  MergedServer withQuic(boolean wanted) {
    return new MergedServer(server, gateway, index, declaredPort, port, bind, routeName, wanted);
  }
}
