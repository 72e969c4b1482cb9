// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.ObjectMeta;

/** Annotations that no object of these kinds may have. Istio document: Resource Annotations. */
public final class AnnotationRules {
  private static final ImmutableSet<String> FORBIDDEN =
      ImmutableSet.of(
          "istio.io/dry-run",
          "internal.istio.io/webhook-always-reject",
          "internal.istio.io/parents",
          "internal.istio.io/parent-namespace");

  private AnnotationRules() {}

  /** Checks the annotations of an object. */
  public static void check(ObjectMeta metadata, Findings at) {
    for (String name : metadata.annotations().keySet()) {
      if (FORBIDDEN.contains(name)) {
        at.entry(name).invalid("annotation: " + name + " (expected: none of that name)");
      }
    }
  }
}
