// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.mesh.ExtensionProvider;
import io.rutter.model.mesh.FileAccessLogProvider;
import io.rutter.model.mesh.PrometheusProvider;
import io.rutter.model.mesh.ProviderKind;
import java.util.List;
import java.util.Optional;

/**
 * Providers by name: those that the mesh declares and Istio's built-in {@code prometheus} and
 * {@code envoy} (a file access log on standard output). Stackdriver, the third one that is built
 * in, has no translation. Istio document: Global Mesh Options, {@code extensionProviders}.
 */
final class ExtensionProviders {
  private ExtensionProviders() {}

  /** The provider of that name; of several declared ones the last counts. */
  static Optional<ProviderKind> find(List<ExtensionProvider> declared, String name) {
    return declared.stream()
        .filter(provider -> provider.name().equals(name))
        .reduce((earlier, later) -> later)
        .map(ExtensionProvider::provider)
        .orElseGet(() -> builtIn(name));
  }

  private static Optional<ProviderKind> builtIn(String name) {
    return switch (name) {
      case "prometheus" ->
          Optional.of(new ProviderKind.Prometheus(PrometheusProvider.builder().build()));
      case "envoy" ->
          Optional.of(
              new ProviderKind.FileAccessLog(
                  FileAccessLogProvider.builder().path("/dev/stdout").build()));
      default -> Optional.empty();
    };
  }
}
