// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.envoyproxy.envoy.config.core.v3.Locality;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.translator.internal.proto.Structs;
import java.util.Map;
import java.util.TreeMap;

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

  /**
   * The node with the metadata that Istio's agent sends: what the proxy declares, and where the
   * proxy itself says more, its own values by Istio's names.
   */
  public static Node withMetadata(Proxy proxy) {
    Map<String, Object> metadata = new TreeMap<>(proxy.metadata());
    metadata.put("NAME", proxy.name());
    metadata.put("NAMESPACE", proxy.namespace());
    metadata.put("CLUSTER_ID", proxy.cluster());
    metadata.put("INSTANCE_IPS", String.join(",", proxy.ipAddresses()));
    metadata.put("LABELS", proxy.labels());
    metadata.put("ANNOTATIONS", proxy.annotations());
    metadata.put("SERVICE_ACCOUNT", proxy.serviceAccount());
    metadata.put("NETWORK", proxy.network());
    metadata.values().removeIf(value -> value.equals("") || value.equals(Map.of()));
    return of(proxy).toBuilder().setMetadata(Structs.of(metadata)).build();
  }

  /** A question mark for half of a surrogate pair: a proxy in error gets a node as well. */
  private static String whole(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }
}
