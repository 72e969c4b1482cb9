// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Labels that say where an endpoint is; subsets and failover priorities may name them like any
 * other label. Istio document: Locality Load Balancing.
 */
final class TopologyLabels {
  private static final String NETWORK = "topology.istio.io/network";

  private TopologyLabels() {}

  /** Lays what is known over the labels of a workload; a network that they name stays. */
  static ImmutableMap<String, String> add(
      Map<String, String> labels, Locality locality, String node, String network) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    put(all, "topology.kubernetes.io/region", locality.region());
    put(all, "topology.kubernetes.io/zone", locality.zone());
    put(all, "topology.istio.io/subzone", locality.subZone());
    put(all, "topology.istio.io/cluster", KubernetesRegistry.CLUSTER);
    put(all, "kubernetes.io/hostname", node);
    if (all.getOrDefault(NETWORK, "").isEmpty()) {
      put(all, NETWORK, network);
    }
    return ImmutableMap.copyOf(all);
  }

  private static void put(Map<String, String> labels, String name, String value) {
    if (!value.isEmpty()) {
      labels.put(name, value);
    }
  }
}
