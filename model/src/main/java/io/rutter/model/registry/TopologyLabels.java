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
    all.putAll(known(locality, cluster, node));
    if (network(labels).isEmpty()) {
      putIfKnown(all, NETWORK, network);
    }
    return all.equals(labels) ? ImmutableMap.copyOf(labels) : ImmutableMap.copyOf(all);
  }

  /** Takes from the labels of a workload what {@link #add} would lay over them. */
  static ImmutableMap<String, String> remove(
      Map<String, String> labels, Locality locality, String cluster, String node, String network) {
    Map<String, String> rest = new LinkedHashMap<>(labels);
    rest.entrySet().removeAll(known(locality, cluster, node).entrySet());
    rest.remove(NETWORK, network);
    return ImmutableMap.copyOf(rest);
  }

  private static Map<String, String> known(Locality locality, String cluster, String node) {
    Map<String, String> known = new LinkedHashMap<>();
    putIfKnown(known, REGION, locality.region());
    putIfKnown(known, ZONE, locality.zone());
    putIfKnown(known, SUBZONE, locality.subZone());
    putIfKnown(known, CLUSTER, cluster);
    putIfKnown(known, NODE, node);
    return known;
  }

  /**
   * The locality that the labels of a workload declare with {@code topology.istio.io/locality},
   * else with {@code istio-locality}; unknown without either. Label values cannot contain slashes,
   * so dots may replace them.
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

  /** The network that the labels of a workload name; empty for none. */
  public static String network(Map<String, String> labels) {
    return labels.getOrDefault(NETWORK, "");
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
