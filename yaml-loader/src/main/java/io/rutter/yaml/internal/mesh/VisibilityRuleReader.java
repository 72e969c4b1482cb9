// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.VisibilityRule;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link VisibilityRule} (Istio: {@code ServiceEntryVisibility.MatchRule}). */
public final class VisibilityRuleReader {
  private VisibilityRuleReader() {}

  /** Reads the fields of the object. */
  public static VisibilityRule read(ObjectNode in) {
    VisibilityRule.Builder visibilityRule = VisibilityRule.builder();
    in.object("namespaceSelector", NamespaceSelectorReader::read)
        .ifPresent(visibilityRule::namespaceSelector);
    return visibilityRule.build();
  }
}
