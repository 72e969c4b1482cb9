// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.DefaultProviders;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link DefaultProviders} (Istio: {@code MeshConfig.DefaultProviders}). */
public final class DefaultProvidersReader {
  private DefaultProvidersReader() {}

  /** Reads the fields of the object. */
  public static DefaultProviders read(ObjectNode in) {
    DefaultProviders.Builder defaultProviders = DefaultProviders.builder();
    defaultProviders.tracing(in.strings("tracing"));
    defaultProviders.metrics(in.strings("metrics"));
    defaultProviders.accessLogging(in.strings("accessLogging"));
    return defaultProviders.build();
  }
}
