// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.EnvironmentTag;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link EnvironmentTag} (Istio: {@code Tracing.Environment}). */
public final class EnvironmentTagReader {
  private EnvironmentTagReader() {}

  /** Reads the fields of the object. */
  public static EnvironmentTag read(ObjectNode in) {
    EnvironmentTag.Builder environmentTag = EnvironmentTag.builder();
    environmentTag.name(in.requiredString("name"));
    in.string("defaultValue").ifPresent(environmentTag::defaultValue);
    return environmentTag.build();
  }
}
