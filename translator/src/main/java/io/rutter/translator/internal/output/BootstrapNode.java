// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.envoyproxy.envoy.config.core.v3.Locality;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;

/**
 * {@link Proxy} → {@link Node}. The id has Istio's form {@code TYPE~ADDRESS~NAME.NAMESPACE~DOMAIN};
 * the cluster is the label {@code app}, else the proxy's name, with the namespace.
 */
public final class BootstrapNode {
  private BootstrapNode() {}

  /** The node of a proxy. */
  public static Node of(Proxy proxy) {
    return Node.newBuilder()
        .setId(
            whole(
                String.join(
                    "~",
                    proxy.type() == ProxyType.SIDECAR ? "sidecar" : "router",
                    proxy.ipAddresses().isEmpty() ? "" : proxy.ipAddresses().get(0),
                    proxy.name() + "." + proxy.namespace(),
                    proxy.dnsDomain())))
        .setCluster(
            whole(proxy.labels().getOrDefault("app", proxy.name()) + "." + proxy.namespace()))
        .setLocality(
            Locality.newBuilder()
                .setRegion(whole(proxy.locality().region()))
                .setZone(whole(proxy.locality().zone()))
                .setSubZone(whole(proxy.locality().subZone())))
        .build();
  }

  /** A question mark for half of a surrogate pair: a proxy in error gets a node as well. */
  private static String whole(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }
}
