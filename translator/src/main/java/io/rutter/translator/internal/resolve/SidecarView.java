// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import java.util.Collection;
import java.util.Optional;

/**
 * What some sidecars see of the VirtualServices through one egress listener, whatever their labels.
 * Istio document: Sidecar.
 *
 * @param namespace the namespace of the sidecars
 * @param virtualServices in order of precedence
 */
public record SidecarView(String namespace, ImmutableList<VirtualService> virtualServices) {

  /** All views that sidecars of these namespaces may have; equal ones may be there only once. */
  public static ImmutableList<SidecarView> of(MeshIndex mesh, Collection<String> namespaces) {
    ImmutableList.Builder<SidecarView> views = ImmutableList.builder();
    for (String namespace : namespaces) {
      ImmutableList<VirtualService> all =
          mesh.virtualServices().forGateway(namespace, VirtualService.MESH_GATEWAY);
      if (!all.isEmpty()) {
        for (Optional<Sidecar> sidecar : mesh.sidecars().possible(namespace)) {
          views.addAll(of(namespace, all, sidecar));
        }
      }
    }
    return views.build();
  }

  private static ImmutableList<SidecarView> of(
      String namespace, ImmutableList<VirtualService> all, Optional<Sidecar> sidecar) {
    ImmutableList<EgressListener> egress = sidecar.map(Sidecar::egress).orElse(ImmutableList.of());
    if (egress.isEmpty()) {
      return ImmutableList.of(new SidecarView(namespace, all));
    }
    return egress.stream()
        .map(listener -> ImportedHosts.of(listener.hosts(), namespace))
        .map(
            imports ->
                new SidecarView(
                    namespace,
                    all.stream().filter(imports::importsVirtualService).collect(toImmutableList())))
        .collect(toImmutableList());
  }
}
