// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.tls;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.SdsSecretConfig;
import io.rutter.model.mesh.provider.ExtensionProvider;
import io.rutter.model.mesh.provider.SdsProvider;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.naming.ClusterNames;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.ProviderServices;
import java.util.Optional;

/**
 * A secret of the SDS server that the mesh declares as {@link SdsProvider} → {@link
 * SdsSecretConfig}. The first such provider is used; its service must exist in exactly one
 * namespace, or be written {@code namespace/host}. Istio document: Global Mesh Options, {@code
 * extensionProviders}.
 */
final class SdsProviderTranslator {
  private SdsProviderTranslator() {}

  /** The secret; absent if the mesh has no such server. */
  static Optional<SdsSecretConfig> translate(MeshIndex mesh, String name, ProblemSink problems) {
    Optional<SdsProvider> provider =
        mesh.settings().config().extensionProviders().stream()
            .map(ExtensionProvider::provider)
            .flatMap(Optional::stream)
            .filter(SdsProvider.class::isInstance)
            .map(kind -> (SdsProvider) kind)
            .findFirst();
    return provider.flatMap(found -> translate(mesh, found, name, problems));
  }

  private static Optional<SdsSecretConfig> translate(
      MeshIndex mesh, SdsProvider provider, String name, ProblemSink problems) {
    if (namespaces(mesh, provider).size() != 1) {
      problems.report(
          Problem.error(ProblemCode.UNRESOLVED_REFERENCE)
              .path("credentialName")
              .message(
                  "credentialName: sds://"
                      + name
                      + ", whose provider "
                      + provider.name()
                      + " has the service "
                      + provider.service()
                      + " (expected: a host of one namespace, with the port); the control plane is"
                      + " asked instead")
              .build());
      return Optional.empty();
    }
    String host = ProviderServices.host(provider.service());
    return Optional.of(
        SdsSecretConfigs.server(
            name, ClusterNames.outbound(provider.port().orElse(0), "", host), host));
  }

  /** Those in which the service has the port. */
  private static ImmutableSet<String> namespaces(MeshIndex mesh, SdsProvider provider) {
    return mesh.providers().named(provider.service()).stream()
        .filter(found -> ProviderServices.hasPort(found, provider.port()))
        .map(Service::namespace)
        .collect(toImmutableSet());
  }
}
