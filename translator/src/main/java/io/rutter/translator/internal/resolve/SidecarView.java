// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What some sidecars see of the mesh through one egress listener, whatever their labels. Istio
 * document: Sidecar.
 *
 * @param egress the services and, in order of precedence, the VirtualServices
 * @param sharesPorts whether one route configuration may be for all ports of the services
 */
public record SidecarView(EgressScope egress, boolean sharesPorts) {

  /** All views that sidecars of these namespaces may have; equal ones may be there only once. */
  public static ImmutableList<SidecarView> of(MeshIndex mesh, Collection<String> namespaces) {
    ImmutableList.Builder<SidecarView> views = ImmutableList.builder();
    boolean httpProxy = mesh.settings().proxyHttpPort() > 0;
    IdentityHashMap<Object, Set<Object>> seen = new IdentityHashMap<>();
    for (String namespace : namespaces) {
      ImmutableList<VirtualService> all =
          mesh.virtualServices().forGateway(namespace, VirtualService.MESH_GATEWAY);
      if (all.isEmpty()) {
        continue;
      }
      for (Optional<Sidecar> sidecar : mesh.sidecars().possible(namespace)) {
        List<EgressListener> declared = sidecar.map(Sidecar::egress).orElse(ImmutableList.of());
        if (declared.isEmpty()) {
          EgressScope scope = egress(mesh, namespace, Optional.empty());
          if (seen.computeIfAbsent(scope.services(), k -> Sets.newIdentityHashSet()).add(all)) {
            views.add(new SidecarView(scope, httpProxy));
          }
        }
        for (EgressListener listener : declared) {
          views.add(
              new SidecarView(
                  egress(mesh, namespace, Optional.of(listener)),
                  httpProxy
                      || (listener.port().isPresent()
                          && EgressImports.matchedPort(listener).isEmpty())));
        }
      }
    }
    return views.build();
  }

  private static EgressScope egress(
      MeshIndex mesh, String namespace, Optional<EgressListener> listener) {
    return EgressImports.of(mesh.services(), mesh.virtualServices(), namespace, listener);
  }
}
