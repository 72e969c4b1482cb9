// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.ObjectMeta;
import io.rutter.model.security.AuthorizationPolicy;

/** Annotations that no object of these kinds may have. Istio document: Resource Annotations. */
final class AnnotationRules {
  private static final ImmutableSet<String> FORBIDDEN =
      ImmutableSet.of(
          "internal.istio.io/webhook-always-reject",
          "internal.istio.io/parents",
          "internal.istio.io/parent-namespace");

  private AnnotationRules() {}

  /**
   * Checks the annotations of an object.
   *
   * @param dryRun whether the object may have {@link AuthorizationPolicy#DRY_RUN}
   */
  static void check(ObjectMeta metadata, boolean dryRun, Findings at) {
    for (String name : metadata.annotations().keySet()) {
      if (FORBIDDEN.contains(name) || (name.equals(AuthorizationPolicy.DRY_RUN) && !dryRun)) {
        at.entry(name).invalid("annotation: " + name + " (expected: none of that name)");
      }
    }
  }
}
