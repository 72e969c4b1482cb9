// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.gateway.MergedGateways;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.resolve.sidecar.SidecarScope;
import java.util.Optional;

/**
 * All that one proxy's resources are made from.
 *
 * @param mesh the index
 * @param proxy the proxy
 * @param sidecar what it sees; for gateways, everything visible to their namespace
 * @param targets the services that its workload serves
 * @param gateways the Gateways that select it; {@link MergedGateways#NONE} for sidecars
 * @param family the family of its addresses
 */
public record ProxyScope(
    MeshIndex mesh,
    Proxy proxy,
    SidecarScope sidecar,
    ImmutableList<ServiceTarget> targets,
    MergedGateways gateways,
    ProxyAddresses.Family family) {

  /** Determines what a proxy sees, and reports problems of this proxy. */
  public static ProxyScope of(MeshIndex mesh, Proxy proxy, ProblemSink problems) {
    ImmutableList<ServiceTarget> targets = ServiceTargets.of(mesh, proxy);
    return new ProxyScope(
        mesh,
        proxy,
        mesh.sidecars().scope(proxy),
        targets,
        proxy.type() == ProxyType.GATEWAY
            ? mesh.gateways().forProxy(proxy, targets, problems)
            : MergedGateways.NONE,
        ProxyAddresses.family(proxy));
  }

  /** The settings of the mesh. */
  public MeshSettings settings() {
    return mesh.settings();
  }

  /**
   * Parts that are not surroundings of a cluster or a route: endpoints and rules of its own service
   * and Sidecars, which are compared one by one; Gateways, on which only gateways' listeners and
   * routes depend; workloads, which matter only through endpoints.
   */
  private static final ImmutableSet<MeshPart> COMPARED_ONE_BY_ONE =
      Sets.immutableEnumSet(
          MeshPart.ENDPOINTS,
          MeshPart.WORKLOADS,
          MeshPart.DESTINATION_RULES,
          MeshPart.VIRTUAL_SERVICES,
          MeshPart.GATEWAYS,
          MeshPart.SIDECARS);

  /**
   * Whether everything is the same except DestinationRules, endpoints, VirtualServices and
   * Gateways: all that a target depends on besides its own service and rule.
   */
  public boolean hasSameSurroundings(ProxyScope other) {
    return proxy.equals(other.proxy)
        && mesh.isSameBut(COMPARED_ONE_BY_ONE, other.mesh)
        && sidecar.sidecar().equals(other.sidecar.sidecar())
        && sidecar.outboundPolicy().equals(other.sidecar.outboundPolicy());
  }

  /** The scope of a view of the proxy, without what belongs to the proxy alone. */
  public ProxyScope as(Proxy view) {
    return new ProxyScope(mesh, view, sidecar, ImmutableList.of(), MergedGateways.NONE, family);
  }

  /** Whether no DestinationRule has changed. */
  public boolean hasSameDestinationRules(ProxyScope other) {
    return References.same(mesh.destinationRules(), other.mesh.destinationRules());
  }

  /** Whether all inputs of its listeners, and of a gateway's routes, are the same. */
  public boolean hasSameListeners(ProxyScope other) {
    return hasSameSurroundings(other)
        && hasSameDestinationRules(other)
        && sidecar.hasSameServices(other.sidecar)
        && targets.equals(other.targets)
        && (isGateway()
            ? hasSameGateways(other)
            : sidecar.hasSameTcpRules(other.sidecar) && hasSameHeadlessEndpoints(other));
  }

  private boolean hasSameGateways(ProxyScope other) {
    return References.same(mesh.gateways(), other.mesh.gateways())
        && References.same(mesh.virtualServices(), other.mesh.virtualServices());
  }

  /** Whether the endpoints of headless services are the same, which have listeners of their own. */
  private boolean hasSameHeadlessEndpoints(ProxyScope other) {
    ImmutableSet<NamespacedHost> differing = mesh.endpoints().differing(other.mesh.endpoints());
    return differing.isEmpty()
        || sidecar.services().stream()
            .filter(service -> service.resolution() == ServiceResolution.PASSTHROUGH)
            .noneMatch(service -> differing.contains(NamespacedHost.of(service)));
  }

  /** Whether the proxy is a gateway. */
  public boolean isGateway() {
    return proxy.type() == ProxyType.GATEWAY;
  }

  /** The DestinationRule for traffic from this proxy to a service. */
  public Optional<MergedDestinationRule> destinationRule(Service service) {
    return mesh.destinationRules().outbound(proxy.namespace(), proxy.selectableLabels(), service);
  }
}
