// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import io.rutter.model.proxy.Proxy;
import java.util.Map;

/**
 * Labels that say where a workload runs; subsets and failover priorities may name them like any
 * other label. Istio document: Locality Load Balancing.
 */
public final class TopologyLabels {
  /** The network of the address. */
  public static final String NETWORK = "topology.istio.io/network";

  /** The region. */
  public static final String REGION = "topology.kubernetes.io/region";

  /** The zone. */
  public static final String ZONE = "topology.kubernetes.io/zone";

  /** The part of the zone. */
  public static final String SUBZONE = "topology.istio.io/subzone";

  /** The cluster. */
  public static final String CLUSTER = "topology.istio.io/cluster";

  /** The node. */
  public static final String NODE = "kubernetes.io/hostname";

  private TopologyLabels() {}

  /** Lays what is known over the labels of a workload; a network that they name stays. */
  public static ImmutableMap<String, String> add(
      Map<String, String> labels, Locality locality, String cluster, String node, String network) {
    ImmutableMap.Builder<String, String> all =
        ImmutableMap.<String, String>builder().putAll(labels);
    putIfKnown(all, REGION, locality.region());
    putIfKnown(all, ZONE, locality.zone());
    putIfKnown(all, SUBZONE, locality.subZone());
    putIfKnown(all, CLUSTER, cluster);
    putIfKnown(all, NODE, node);
    if (labels.getOrDefault(NETWORK, "").isEmpty()) {
      putIfKnown(all, NETWORK, network);
    }
    return all.buildKeepingLast();
  }

  /** Labels of a proxy with those of its topology, for the comparison with endpoints. */
  public static ImmutableMap<String, String> of(Proxy proxy) {
    return add(
        proxy.labels(),
        proxy.locality(),
        proxy.cluster(),
        ProxyMetadata.text(proxy, "NODE_NAME").orElse(""),
        proxy.network());
  }

  private static void putIfKnown(
      ImmutableMap.Builder<String, String> labels, String name, String value) {
    if (!value.isEmpty()) {
      labels.put(name, value);
    }
  }
}
