// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.ObjectMeta;
import io.rutter.model.gateway.GatewayServer;

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
}
