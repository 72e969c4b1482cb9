// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import io.rutter.model.ObjectMeta;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link IngressClass} (Kubernetes: {@code IngressClass}). */
final class IngressClassReader {
  private IngressClassReader() {}

  /** Reads the object. */
  static IngressClass read(ObjectMeta metadata, ObjectNode in) {
    return in.requiredObject("spec", spec -> spec(metadata, spec));
  }

  private static IngressClass spec(ObjectMeta metadata, ObjectNode in) {
    in.accept("parameters");
    return new IngressClass(metadata, in.requiredString("controller"));
  }
}
