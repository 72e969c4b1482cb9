// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Service;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.sidecar.SidecarPort;
import io.rutter.model.virtualservice.VirtualService;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a proxy sees of the mesh. Istio document: Sidecar.
 *
 * @param sidecar the Sidecar resource behind it
 * @param egress the egress listeners as written, or one that imports everything
 * @param servicesByHost the services of all egress listeners and those that their VirtualServices
 *     send traffic to, in that order
 * @param outboundPolicy what happens to traffic for unknown destinations
 */
public record SidecarScope(
    Optional<Sidecar> sidecar,
    ImmutableList<EgressScope> egress,
    ImmutableMap<String, Service> servicesByHost,
    OutboundPolicy outboundPolicy) {

  /** Works out what a proxy sees, once for all proxies that see the same. */
  public static SidecarScope of(MeshIndex mesh, Proxy proxy) {
    return mesh.sidecars()
        .scope(
            proxy,
            () ->
                proxy.type() == ProxyType.GATEWAY
                    ? ofGateway(mesh, proxy.namespace())
                    : ofSidecar(mesh, mesh.sidecars().forProxy(proxy), proxy.namespace()));
  }

  /** A gateway sees what is visible to its namespace; of one host the first. */
  private static SidecarScope ofGateway(MeshIndex mesh, String namespace) {
    ScopedServices services = new ScopedServices();
    mesh.services().visibleTo(namespace).forEach(services::add);
    return new SidecarScope(
        Optional.empty(),
        ImmutableList.of(EgressImports.of(mesh, namespace, Optional.empty())),
        services.byHost(),
        OutboundPolicy.of(mesh.settings(), Optional.empty()));
  }

  private static SidecarScope ofSidecar(
      MeshIndex mesh, Optional<Sidecar> sidecar, String namespace) {
    ImmutableList<EgressListener> declared =
        sidecar.map(Sidecar::egress).orElse(ImmutableList.of());
    ImmutableList<EgressScope> egress =
        declared.isEmpty()
            ? ImmutableList.of(EgressImports.of(mesh, namespace, Optional.empty()))
            : declared.stream()
                .map(listener -> EgressImports.of(mesh, namespace, Optional.of(listener)))
                .collect(toImmutableList());
    ScopedServices services = new ScopedServices();
    for (EgressScope scope : egress) {
      scope.services().forEach(services::add);
      OptionalInt port =
          scope.declared().map(EgressImports::matchedPort).orElse(OptionalInt.empty());
      for (VirtualService virtualService : scope.virtualServices()) {
        services.addDestinations(mesh.services(), virtualService, namespace, port);
      }
    }
    return new SidecarScope(
        sidecar, egress, services.byHost(), OutboundPolicy.of(mesh.settings(), sidecar));
  }

  /** All services of all egress listeners and of their VirtualServices, without repeats. */
  public ImmutableList<Service> services() {
    return servicesByHost.values().asList();
  }

  /** The service of that host, if the proxy sees it. */
  public Optional<Service> service(String hostname) {
    return Optional.ofNullable(servicesByHost.get(hostname));
  }

  /**
   * The egress listener behind a route configuration: the first with that port, or for port 0 with
   * that Unix socket, else the one without port.
   */
  public Optional<EgressScope> egressFor(int port, String routeName) {
    return egress.stream().filter(scope -> serves(scope, port, routeName)).findFirst();
  }

  private static boolean serves(EgressScope scope, int port, String routeName) {
    if (!scope.hasPort()) {
      return true;
    }
    EgressListener listener = scope.declared().orElseThrow();
    int declared = listener.port().map(SidecarPort::number).orElseThrow().orElse(0);
    return declared == port && (port != 0 || listener.bind().orElse("").equals(routeName));
  }
}
