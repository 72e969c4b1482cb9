// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.mesh;

import io.rutter.model.mesh.ExtensionProvider;
import io.rutter.yaml.internal.node.ObjectNode;

/** Reads {@link ExtensionProvider} (Istio: {@code MeshConfig.ExtensionProvider}). */
public final class ExtensionProviderReader {
  private ExtensionProviderReader() {}

  /** Reads the fields of the object. */
  public static ExtensionProvider read(ObjectNode in) {
    ExtensionProvider.Builder extensionProvider = ExtensionProvider.builder();
    extensionProvider.name(in.requiredString("name"));
    ProviderKindReader.read(in).ifPresent(extensionProvider::provider);
    in.ignore(
        "used only by AuthorizationPolicy, which is not translated",
        "envoyExtAuthzHttp",
        "envoyExtAuthzGrpc");
    in.ignore("no longer translated by Istio either", "lightstep", "opencensus", "stackdriver");
    return extensionProvider.build();
  }
}
