// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.rule.VirtualServiceIndex;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import io.rutter.translator.internal.resolve.settings.OutboundPolicy;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Determines what proxies see. Istio document: Sidecar. */
final class SidecarScopes {
  private final ServiceIndex services;
  private final ServiceImports imports;
  private final VirtualServiceIndex virtualServices;
  private final MeshSettings settings;

  /** What proxies without Sidecar see in most namespaces: those to which nothing is special. */
  private final Supplier<EgressScope> common;

  SidecarScopes(
      ServiceIndex services,
      ServiceImports imports,
      VirtualServiceIndex virtualServices,
      MeshSettings settings) {
    this.services = services;
    this.imports = imports;
    this.virtualServices = virtualServices;
    this.settings = settings;
    this.common =
        Suppliers.memoize(() -> EgressImports.everything(imports.everywhere(), rulesOfEveryone()))
            ::get;
  }

  /**
   * The scope of a gateway: everything visible to its namespace, the first service of each host.
   */
  SidecarScope ofGateway(String namespace) {
    return new SidecarScope(
        Optional.empty(),
        ImmutableList.of(everything(namespace)),
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
            ? ImmutableList.of(everything(namespace))
            : declared.stream()
                .map(listener -> egress(namespace, listener))
                .collect(toImmutableList());
    ScopedServices seen = new ScopedServices(egress.get(0).servicesByHost());
    for (int i = 0; i < egress.size(); i++) {
      EgressScope scope = egress.get(i);
      if (i > 0) {
        scope.services().forEach(seen::add);
      }
      OptionalInt port =
          scope.declared().map(EgressImports::matchedPort).orElse(OptionalInt.empty());
      scope
          .destinations(namespace)
          .forEach(hosts -> seen.addDestinations(services, hosts, namespace, port));
    }
    return new SidecarScope(sidecar, egress, seen.byHost(), OutboundPolicy.of(settings, sidecar));
  }

  /** What the proxies of a namespace see without Sidecar; one object where that is the same. */
  EgressScope everything(String namespace) {
    ServiceImports.Imported seen = EgressImports.everything(imports, namespace);
    ImmutableList<VirtualService> rules =
        virtualServices.forGateway(namespace, VirtualService.MESH_GATEWAY);
    return References.same(seen, imports.everywhere())
            && References.same((Object) rules, rulesOfEveryone())
        ? common.get()
        : EgressImports.everything(seen, rules);
  }

  private ImmutableList<VirtualService> rulesOfEveryone() {
    return virtualServices.everywhere(VirtualService.MESH_GATEWAY);
  }

  /** What the proxies of a namespace see through a listener. */
  EgressScope egress(String namespace, EgressListener listener) {
    return EgressImports.of(imports, virtualServices, namespace, listener);
  }
}
