// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.registry;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import java.util.LinkedHashMap;
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

  /** All of the locality, {@code region.zone.subzone}, by the user. */
  private static final String LOCALITY = "topology.istio.io/locality";

  private static final String OLD_LOCALITY = "istio-locality";

  private TopologyLabels() {}

  /** Lays what is known over the labels of a workload; a network that they name stays. */
  public static ImmutableMap<String, String> add(
      Map<String, String> labels, Locality locality, String cluster, String node, String network) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    putIfKnown(all, REGION, locality.region());
    putIfKnown(all, ZONE, locality.zone());
    putIfKnown(all, SUBZONE, locality.subZone());
    putIfKnown(all, CLUSTER, cluster);
    putIfKnown(all, NODE, node);
    if (labels.getOrDefault(NETWORK, "").isEmpty()) {
      putIfKnown(all, NETWORK, network);
    }
    return all.equals(labels) ? ImmutableMap.copyOf(labels) : ImmutableMap.copyOf(all);
  }

  /**
   * The locality that the labels of a workload declare with {@code topology.istio.io/locality},
   * else with {@code istio-locality}; unknown if with neither. Labels cannot hold slashes, so dots
   * may stand for them.
   */
  public static Locality locality(Map<String, String> labels) {
    String label = localityLabel(labels);
    return label.isEmpty()
        ? Locality.UNKNOWN
        : Locality.parse(label.contains("/") ? label : label.replace('.', '/'));
  }

  /** Whether the labels of a workload declare its {@linkplain #locality locality}. */
  public static boolean declareLocality(Map<String, String> labels) {
    return !localityLabel(labels).isEmpty();
  }

  private static String localityLabel(Map<String, String> labels) {
    String label = labels.getOrDefault(LOCALITY, "");
    return label.isEmpty() ? labels.getOrDefault(OLD_LOCALITY, "") : label;
  }

  private static void putIfKnown(Map<String, String> labels, String name, String value) {
    if (!value.isEmpty()) {
      labels.put(name, value);
    }
  }
}
