// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.NamespaceSelector;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link NamespaceSelector} (Istio: {@code LabelSelector}). */
public final class NamespaceSelectorReader {
  private NamespaceSelectorReader() {}

  /** Reads the fields of the object. */
  public static NamespaceSelector read(ObjectNode in) {
    NamespaceSelector.Builder namespaceSelector = NamespaceSelector.builder();
    namespaceSelector.matchLabels(in.stringMap("matchLabels"));
    namespaceSelector.matchExpressions(
        in.objects("matchExpressions", SelectorRequirementReader::read));
    return namespaceSelector.build();
  }
}
