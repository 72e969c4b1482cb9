// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.SelectorRequirement;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link SelectorRequirement} (Istio: {@code LabelSelectorRequirement}). */
public final class SelectorRequirementReader {
  private SelectorRequirementReader() {}

  /** Reads the fields of the object. */
  public static SelectorRequirement read(ObjectNode in) {
    SelectorRequirement.Builder selectorRequirement = SelectorRequirement.builder();
    selectorRequirement.key(in.requiredString("key"));
    selectorRequirement.operator(in.requiredString("operator"));
    selectorRequirement.values(in.strings("values"));
    return selectorRequirement.build();
  }
}
