// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableMap;
import io.rutter.model.Locality;
import java.util.Map;

/**
 * Where a pod runs: its own locality label, else the labels of its node. Istio document: Locality
 * Load Balancing.
 */
final class PodLocality {
  private static final String LABEL = "topology.istio.io/locality";
  private static final String OLD_LABEL = "istio-locality";
  private static final String SUBZONE = "topology.istio.io/subzone";

  private PodLocality() {}

  /** The locality of a pod with such labels on a node with such labels. */
  static Locality of(Map<String, String> podLabels, Map<String, String> nodeLabels) {
    String own = label(podLabels, LABEL, OLD_LABEL);
    if (!own.isEmpty()) {
      return Locality.parse(own.contains("/") ? own : own.replace('.', '/'));
    }
    return new Locality(
        label(
            nodeLabels,
            "topology.kubernetes.io/region",
            "failure-domain.beta.kubernetes.io/region"),
        label(nodeLabels, "topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"),
        label(nodeLabels, SUBZONE, SUBZONE));
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
