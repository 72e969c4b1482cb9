// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.provider;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.rutter.model.mesh.DefaultProviders;
import io.rutter.model.mesh.provider.ExtensionProvider;
import io.rutter.model.mesh.provider.FileAccessLogProvider;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The providers of logs and traces of a mesh. A provider with a service is reached through that
 * service's cluster. Istio document: Global Mesh Options, {@code ExtensionProvider}.
 */
public final class ExtensionProviders {
  /** The provider that every mesh has, unless it defines one with that name itself. */
  public static final String BUILT_IN_ACCESS_LOG = "envoy";

  /**
   * Where a provider is reached.
   *
   * @param hostname the host of the service
   * @param cluster the cluster of its port
   */
  public record Target(String hostname, String cluster) {}

  private ExtensionProviders() {}

  /** The names of the default providers of a kind. */
  public static ImmutableList<String> defaults(
      MeshIndex mesh, Function<DefaultProviders, ImmutableList<String>> purpose) {
    return mesh.settings().config().defaultProviders().map(purpose).orElse(ImmutableList.of());
  }

  /** The provider of a name, whatever its case. */
  public static Optional<ExtensionProvider> find(MeshIndex mesh, String name) {
    Optional<ExtensionProvider> declared =
        mesh.settings().config().extensionProviders().stream()
            .filter(provider -> Ascii.equalsIgnoreCase(provider.name(), name))
            .findFirst();
    return declared.isEmpty() && Ascii.equalsIgnoreCase(name, BUILT_IN_ACCESS_LOG)
        ? Optional.of(builtInAccessLog())
        : declared;
  }

  /**
   * Where a provider's service is reached: {@code namespace/host}, or a host that is in one
   * namespace only.
   */
  public static Optional<Target> target(MeshIndex mesh, String service, OptionalInt port) {
    return mesh.providers().find(service).map(found -> target(found, port));
  }

  /** The target of a service that was already looked up. */
  public static Target target(Service service, OptionalInt port) {
    return new Target(
        service.hostname(), ClusterNames.outbound(port.orElse(0), "", service.hostname()));
  }

  private static ExtensionProvider builtInAccessLog() {
    return ExtensionProvider.builder()
        .name(BUILT_IN_ACCESS_LOG)
        .provider(FileAccessLogProvider.builder().path("/dev/stdout").build())
        .build();
  }
}
