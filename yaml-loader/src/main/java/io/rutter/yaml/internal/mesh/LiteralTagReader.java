// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.LiteralTag;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link LiteralTag} (Istio: {@code Tracing.Literal}). */
public final class LiteralTagReader {
  private LiteralTagReader() {}

  /** Reads the fields of the object. */
  public static LiteralTag read(ObjectNode in) {
    LiteralTag.Builder literalTag = LiteralTag.builder();
    literalTag.value(in.requiredString("value"));
    return literalTag.build();
  }
}
