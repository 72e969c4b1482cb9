// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import com.google.common.collect.ImmutableList;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;

/**
 * Proxies that are given the same, as far as a graph shows it.
 *
 * @param name a name that stays the same when pods come and go
 * @param proxy one of them: of the mesh, or made up where the mesh names none
 * @param gateways the Gateways that select it; none for sidecars
 */
public record Viewpoint(String name, Proxy proxy, ImmutableList<Gateway> gateways) {
  /** Whether they are gateways. */
  public boolean isGateway() {
    return proxy.type() == ProxyType.GATEWAY;
  }
}
