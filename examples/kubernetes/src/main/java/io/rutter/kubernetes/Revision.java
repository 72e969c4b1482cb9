// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import io.rutter.yaml.ObjectKind;
import java.util.Map;

/**
 * The revision of the control plane. Configuration that is labelled for another one does not count;
 * registry objects have no revision. Source: {@code LabelsInRevision} of istiod.
 *
 * @param name empty: there is one control plane, which takes all
 */
record Revision(String name) {
  private static final String LABEL = "istio.io/rev";

  /** Whether an object of a kind counts that has these labels. */
  boolean includes(ObjectKind kind, Map<String, String> labels) {
    return name.isEmpty()
        || !kind.group().endsWith("istio.io")
        || labels.getOrDefault(LABEL, name).equals(name);
  }

  /** The ConfigMap with the settings of the mesh for this revision. */
  String configMap() {
    return name.isEmpty() || name.equals("default") ? "istio" : "istio-" + name;
  }
}
