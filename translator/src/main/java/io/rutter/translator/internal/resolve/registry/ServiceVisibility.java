// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.mesh.ServiceEntryVisibility;
import io.rutter.model.mesh.Visibility;
import io.rutter.model.mesh.VisibilityPolicy;
import io.rutter.model.mesh.VisibilityRule;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.translator.internal.resolve.host.ExportTo;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import io.rutter.translator.internal.resolve.settings.NamespaceSelectors;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which namespaces see a service: its own {@code exportTo} or else the mesh's default, for
 * ServiceEntries no further than the mesh's {@code serviceEntryVisibility} allows. Istio documents:
 * Service Entry, {@code exportTo}; Global Mesh Options, {@code serviceEntryVisibility}.
 */
final class ServiceVisibility {
  private static final ExportTo NOWHERE = new ExportTo(false, ImmutableSet.of());

  private final ImmutableSet<String> meshDefault;
  private final Optional<ServiceEntryVisibility> limit;
  private final ImmutableMap<String, NamespaceInfo> namespaces;

  private ServiceVisibility(
      ImmutableSet<String> meshDefault,
      Optional<ServiceEntryVisibility> limit,
      ImmutableMap<String, NamespaceInfo> namespaces) {
    this.meshDefault = meshDefault;
    this.limit = limit;
    this.namespaces = namespaces;
  }

  static ServiceVisibility of(MeshSettings settings, List<NamespaceInfo> namespaces) {
    return new ServiceVisibility(
        settings.defaultServiceExportTo(),
        settings.config().serviceEntryVisibility().filter(ServiceEntryVisibility::applyToSidecars),
        namespaces.stream()
            .collect(toImmutableMap(NamespaceInfo::name, Function.identity(), (a, b) -> a)));
  }

  /** The namespaces that see a service. */
  ExportTo of(Service service) {
    ExportTo declared =
        ExportTo.of(service.exportTo().orElse(ImmutableSet.of()), meshDefault, service.namespace());
    return switch (limitOf(service)) {
      case NONE -> NOWHERE;
      case NAMESPACE ->
          declared.includes(service.namespace())
              ? new ExportTo(false, ImmutableSet.of(service.namespace()))
              : NOWHERE;
      case PUBLIC, VISIBILITY_UNSPECIFIED -> declared;
    };
  }

  private Visibility limitOf(Service service) {
    if (limit.isEmpty() || service.registry() != ServiceRegistry.EXTERNAL) {
      return Visibility.PUBLIC;
    }
    ImmutableMap<String, String> labels =
        Optional.ofNullable(namespaces.get(service.namespace()))
            .map(NamespaceInfo::labels)
            .orElse(ImmutableMap.of());
    return limit.get().policies().stream()
        .filter(policy -> matches(policy, labels))
        .map(VisibilityPolicy::visibility)
        .findFirst()
        .orElse(limit.get().defaultVisibility());
  }

  private static boolean matches(VisibilityPolicy policy, ImmutableMap<String, String> labels) {
    return policy.matchingRules().stream()
        .map(VisibilityRule::namespaceSelector)
        .allMatch(
            selector ->
                selector.filter(given -> NamespaceSelectors.matches(given, labels)).isPresent());
  }
}
