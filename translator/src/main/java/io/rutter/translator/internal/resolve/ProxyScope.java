// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceResolution;
import java.util.Optional;

/**
 * All that one proxy's resources are made from.
 *
 * @param mesh the index
 * @param proxy the proxy
 * @param sidecar what it sees; for gateways all that is visible to their namespace
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

  /** Works out what a proxy sees; problems that concern only this proxy are reported. */
  public static ProxyScope of(MeshIndex mesh, Proxy proxy, ProblemSink problems) {
    ImmutableList<ServiceTarget> targets = ServiceTargets.of(mesh, proxy);
    return new ProxyScope(
        mesh,
        proxy,
        SidecarScope.of(mesh, proxy),
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
   * Whether all is the same but DestinationRules, endpoints, VirtualServices and Gateways: what a
   * target is made from besides its own service and rule. Indexes that did not change are kept by
   * {@link MeshIndex#with}, so that identity tells; the settings stand for networks and namespaces.
   */
  @SuppressWarnings("ReferenceEquality") // Identity is the point: it costs nothing to compare.
  public boolean hasSameSurroundings(ProxyScope other) {
    return proxy.equals(other.proxy)
        && mesh.options().equals(other.mesh.options())
        && mesh.settings() == other.mesh.settings()
        && mesh.services() == other.mesh.services()
        && mesh.networks() == other.mesh.networks()
        && mesh.peerAuthentications() == other.mesh.peerAuthentications()
        && sidecar.sidecar().equals(other.sidecar.sidecar())
        && sidecar.outboundPolicy().equals(other.sidecar.outboundPolicy());
  }

  /** The same for a proxy of which only some is known, without what is its own. */
  public ProxyScope as(Proxy view) {
    return new ProxyScope(mesh, view, sidecar, ImmutableList.of(), MergedGateways.NONE, family);
  }

  /** Whether no DestinationRule has changed. */
  @SuppressWarnings("ReferenceEquality") // As above.
  public boolean hasSameDestinationRules(ProxyScope other) {
    return mesh.destinationRules() == other.mesh.destinationRules();
  }

  /** Whether its listeners are the same as far as one can tell, and a gateway's routes. */
  public boolean hasSameListeners(ProxyScope other) {
    return hasSameSurroundings(other)
        && hasSameDestinationRules(other)
        && sidecar.hasSameServices(other.sidecar)
        && targets.equals(other.targets)
        && (isGateway()
            ? hasSameGateways(other)
            : sidecar.hasSameRulesForBytes(other.sidecar) && hasSameHeadlessEndpoints(other));
  }

  @SuppressWarnings("ReferenceEquality") // As above.
  private boolean hasSameGateways(ProxyScope other) {
    return mesh.gateways() == other.mesh.gateways()
        && mesh.virtualServices() == other.mesh.virtualServices();
  }

  /** Of all endpoints only those of headless services have listeners of their own. */
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
