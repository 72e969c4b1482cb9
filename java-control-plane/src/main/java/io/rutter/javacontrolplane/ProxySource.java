// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import java.util.Optional;

/**
 * Makes proxies of Envoys that the mesh does not name, of what they say of themselves when they
 * connect: a mesh of a cluster does not list its proxies, they come. Called from any thread.
 */
@FunctionalInterface
public interface ProxySource {
  /** Knows no proxies but those of the mesh. */
  ProxySource NONE = (node, mesh) -> Optional.empty();

  /**
   * The proxy that an Envoy is. Asked when it connects, unless the mesh names the {@link
   * XdsClient#proxyId()}, and again for each mesh that comes while it is connected, so that the
   * proxy may depend on both. Does not throw.
   *
   * @param node what Envoy says; a client may say anything
   * @param mesh what is served
   * @return the proxy; empty: the Envoy is served when the mesh names it
   */
  Optional<Proxy> proxy(Node node, MeshSnapshot mesh);
}
