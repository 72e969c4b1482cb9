// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.Visibility;
import io.rutter.model.mesh.VisibilityPolicy;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link VisibilityPolicy} (Istio: {@code ServiceEntryVisibility.Policy}). */
public final class VisibilityPolicyReader {
  private VisibilityPolicyReader() {}

  /** Reads the fields of the object. */
  public static VisibilityPolicy read(ObjectNode in) {
    VisibilityPolicy.Builder visibilityPolicy = VisibilityPolicy.builder();
    in.enumValue("visibility", Visibility.class).ifPresent(visibilityPolicy::visibility);
    visibilityPolicy.matchingRules(in.objects("matchingRules", VisibilityRuleReader::read));
    return visibilityPolicy.build();
  }
}
