// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.rule.VirtualServiceIndex;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import io.rutter.translator.internal.resolve.settings.OutboundPolicy;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Determines what proxies see. Istio document: Sidecar.
 *
 * @param services the services of the mesh
 * @param imports what egress listeners import of them
 * @param virtualServices the VirtualServices of the mesh
 * @param settings settings of the mesh, as defaults
 */
public record SidecarScopes(
    ServiceIndex services,
    ServiceImports imports,
    VirtualServiceIndex virtualServices,
    MeshSettings settings) {

  /**
   * The scope of a gateway: everything visible to its namespace, the first service of each host.
   */
  SidecarScope ofGateway(String namespace) {
    return new SidecarScope(
        Optional.empty(),
        ImmutableList.of(egress(namespace, Optional.empty())),
        imports.visibleTo(namespace).byHost(),
        OutboundPolicy.of(settings, Optional.empty()));
  }

  /**
   * The scope of a sidecar: what its Sidecar imports (everything visible without one), and the
   * services that imported VirtualServices send traffic to.
   *
   * @param namespace the namespace of the proxy, which differs from that of a Sidecar of the root
   *     namespace
   */
  public SidecarScope ofSidecar(Optional<Sidecar> sidecar, String namespace) {
    ImmutableList<EgressListener> declared =
        sidecar.map(Sidecar::egress).orElse(ImmutableList.of());
    ImmutableList<EgressScope> egress =
        declared.isEmpty()
            ? ImmutableList.of(egress(namespace, Optional.empty()))
            : declared.stream()
                .map(listener -> egress(namespace, Optional.of(listener)))
                .collect(toImmutableList());
    ScopedServices seen = new ScopedServices(egress.get(0).servicesByHost());
    for (int i = 0; i < egress.size(); i++) {
      EgressScope scope = egress.get(i);
      if (i > 0) {
        scope.services().forEach(seen::add);
      }
      OptionalInt port =
          scope.declared().map(EgressImports::matchedPort).orElse(OptionalInt.empty());
      for (VirtualService virtualService : scope.virtualServices()) {
        seen.addDestinations(services, virtualService, namespace, port);
      }
    }
    return new SidecarScope(sidecar, egress, seen.byHost(), OutboundPolicy.of(settings, sidecar));
  }

  EgressScope egress(String namespace, Optional<EgressListener> declared) {
    return EgressImports.of(imports, virtualServices, namespace, declared);
  }
}
