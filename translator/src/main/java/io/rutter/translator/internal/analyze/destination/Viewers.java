// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.host.ExportTo;

/** The namespaces whose proxies may get a rule. */
final class Viewers {
  private Viewers() {}

  /** The namespaces whose proxies may get the rules; any namespace for a delegate. */
  static ImmutableSet<String> of(
      MeshIndex mesh, ImmutableSet<String> namespaces, VirtualService virtualService) {
    if (virtualService.hosts().isEmpty()) {
      return namespaces;
    }
    ExportTo exportTo =
        ExportTo.of(
            virtualService.exportTo(),
            mesh.settings().defaultVirtualServiceExportTo(),
            virtualService.metadata().namespace());
    return exportTo.everywhere()
        ? namespaces
        : exportTo.namespaces().stream()
            .filter(namespaces::contains)
            .sorted()
            .collect(toImmutableSet());
  }

  /** The viewers that a destination applies to. */
  static ImmutableSet<String> of(PlacedDestination destination, ImmutableSet<String> viewers) {
    return destination.onlyFrom().isEmpty()
        ? viewers
        : viewers.stream().filter(destination.onlyFrom()::contains).collect(toImmutableSet());
  }
}
