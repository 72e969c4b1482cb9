// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.CustomTag;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link CustomTag} (Istio: {@code Tracing.CustomTag}). */
public final class CustomTagReader {
  private CustomTagReader() {}

  /** Reads the fields of the object. */
  public static CustomTag read(ObjectNode in) {
    CustomTag.Builder customTag = CustomTag.builder();
    CustomTagSourceReader.read(in).ifPresent(customTag::type);
    return customTag.build();
  }
}
