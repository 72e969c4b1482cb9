// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Labels that say where a workload runs; subsets and failover priorities may name them like any
 * other label. Istio document: Locality Load Balancing.
 */
final class TopologyLabels {
  static final String NETWORK = "topology.istio.io/network";
  private static final String REGION = "topology.kubernetes.io/region";
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final String SUBZONE = "topology.istio.io/subzone";
  private static final String CLUSTER = "topology.istio.io/cluster";
  private static final String NODE = "kubernetes.io/hostname";

  private TopologyLabels() {}

  /** Lays what is known over the labels of a workload; a network that they name stays. */
  static ImmutableMap<String, String> add(
      Map<String, String> labels, Locality locality, String cluster, String node, String network) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    putIfKnown(all, REGION, locality.region());
    putIfKnown(all, ZONE, locality.zone());
    putIfKnown(all, SUBZONE, locality.subZone());
    putIfKnown(all, CLUSTER, cluster);
    putIfKnown(all, NODE, node);
    if (all.getOrDefault(NETWORK, "").isEmpty()) {
      putIfKnown(all, NETWORK, network);
    }
    return ImmutableMap.copyOf(all);
  }

  private static void putIfKnown(Map<String, String> labels, String name, String value) {
    if (!value.isEmpty()) {
      labels.put(name, value);
    }
  }
}
