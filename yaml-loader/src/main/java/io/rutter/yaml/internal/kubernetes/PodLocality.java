// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import io.rutter.model.registry.TopologyLabels;
import java.util.Map;

/**
 * Where a pod runs: its own locality label, else the labels of its node. Istio document: Locality
 * Load Balancing.
 */
final class PodLocality {
  private PodLocality() {}

  /** The locality of a pod with such labels on a node with such labels. */
  static Locality of(Map<String, String> podLabels, Map<String, String> nodeLabels) {
    if (TopologyLabels.declareLocality(podLabels)) {
      return TopologyLabels.locality(podLabels);
    }
    return new Locality(
        label(nodeLabels, TopologyLabels.REGION, "failure-domain.beta.kubernetes.io/region"),
        label(nodeLabels, TopologyLabels.ZONE, "failure-domain.beta.kubernetes.io/zone"),
        nodeLabels.getOrDefault(TopologyLabels.SUBZONE, ""));
  }

  /** The locality of a pod on a node that is not known. */
  static Locality of(Map<String, String> podLabels) {
    return of(podLabels, ImmutableMap.of());
  }

  private static String label(Map<String, String> labels, String name, String oldName) {
    String value = labels.getOrDefault(name, "");
    return value.isEmpty() ? labels.getOrDefault(oldName, "") : value;
  }
}
