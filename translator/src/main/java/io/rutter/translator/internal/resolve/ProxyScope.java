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
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.origin.Origins;
import io.rutter.translator.internal.resolve.gateway.MergedGateways;
import io.rutter.translator.internal.resolve.host.HostMatching;
import io.rutter.translator.internal.resolve.host.HostNames;
import io.rutter.translator.internal.resolve.host.NamespacedHost;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import io.rutter.translator.internal.resolve.rule.MergedDestinationRule;
import io.rutter.translator.internal.resolve.rule.TokenRule;
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
 * @param authorizationPolicies who may call it
 * @param tokenRules which tokens it accepts
 * @param family the family of its addresses
 * @param origins takes down what the resources are made from, if anybody asks
 */
public record ProxyScope(
    MeshIndex mesh,
    Proxy proxy,
    SidecarScope sidecar,
    ImmutableList<ServiceTarget> targets,
    MergedGateways gateways,
    ImmutableList<AuthorizationPolicy> authorizationPolicies,
    ImmutableList<TokenRule> tokenRules,
    ProxyAddresses.Family family,
    Origins origins) {

  /** Determines what a proxy sees, and reports problems of this proxy. */
  public static ProxyScope of(MeshIndex mesh, Proxy proxy, ProblemSink problems) {
    return of(mesh, proxy, Optional.empty(), problems);
  }

  /** The same, taking over what is the same in an earlier scope of the proxy. */
  public static ProxyScope of(
      MeshIndex mesh, Proxy proxy, Optional<ProxyScope> earlier, ProblemSink problems) {
    Optional<ProxyScope> known = earlier.filter(scope -> References.same(scope.proxy, proxy));
    ImmutableList<ServiceTarget> targets =
        known
            .filter(scope -> ServiceTargets.areSame(scope.mesh, mesh))
            .map(scope -> scope.targets)
            .orElseGet(() -> ServiceTargets.of(mesh, proxy));
    return new ProxyScope(
        mesh,
        proxy,
        mesh.sidecars().scope(proxy),
        targets,
        proxy.type() == ProxyType.GATEWAY
            ? mesh.gateways().forProxy(proxy, targets, problems)
            : MergedGateways.NONE,
        mesh.authorizationPolicies().forProxy(proxy),
        mesh.requestAuthentications().rules(proxy, mesh.services()),
        known.map(scope -> scope.family).orElseGet(() -> ProxyAddresses.family(proxy)),
        Origins.NONE);
  }

  /** The same scope, whose resources tell what they are made from. */
  public ProxyScope keeping(Origins kept) {
    return new ProxyScope(
        mesh, proxy, sidecar, targets, gateways, authorizationPolicies, tokenRules, family, kept);
  }

  /** The settings of the mesh. */
  public MeshSettings settings() {
    return mesh.settings();
  }

  /**
   * Parts that are not surroundings of a cluster or a route: services, their endpoints and rules,
   * and Sidecars, which are compared one by one; AuthorizationPolicies and RequestAuthentications,
   * of which those of the proxy are compared; Gateways, on which only gateways' listeners and
   * routes depend; workloads, which matter only through endpoints.
   */
  private static final ImmutableSet<MeshPart> COMPARED_ONE_BY_ONE =
      Sets.immutableEnumSet(
          MeshPart.SERVICES,
          MeshPart.IMPORTS,
          MeshPart.ENDPOINTS,
          MeshPart.WORKLOADS,
          MeshPart.DESTINATION_RULES,
          MeshPart.AUTHORIZATION_POLICIES,
          MeshPart.REQUEST_AUTHENTICATIONS,
          MeshPart.VIRTUAL_SERVICES,
          MeshPart.GATEWAYS,
          MeshPart.SIDECARS);

  /**
   * Whether everything is the same except services, DestinationRules, endpoints, VirtualServices
   * and Gateways: all that a target depends on besides its own service and rule.
   */
  public boolean hasSameSurroundings(ProxyScope other) {
    return proxy.equals(other.proxy)
        && mesh.since(other.mesh).isOnlyIn(COMPARED_ONE_BY_ONE)
        && sidecar.sidecar().equals(other.sidecar.sidecar())
        && sidecar.outboundPolicy().equals(other.sidecar.outboundPolicy());
  }

  /** The scope of a view of the proxy, without what belongs to the proxy alone. */
  public ProxyScope as(Proxy view) {
    return new ProxyScope(
        mesh,
        view,
        sidecar,
        ImmutableList.of(),
        MergedGateways.NONE,
        ImmutableList.of(),
        ImmutableList.of(),
        family,
        origins);
  }

  /** Whether no DestinationRule has changed. */
  public boolean hasSameDestinationRules(ProxyScope other) {
    return References.same(mesh.destinationRules(), other.mesh.destinationRules());
  }

  /** Whether all inputs of its listeners, and of a gateway's routes, are the same. */
  public boolean hasSameListeners(ProxyScope earlier) {
    return hasSameSurroundings(earlier)
        && targets.equals(earlier.targets)
        && authorizationPolicies.equals(earlier.authorizationPolicies)
        && tokenRules.equals(earlier.tokenRules)
        && (isGateway() ? hasSameGateways(earlier) : hasSameListened(earlier));
  }

  private boolean hasSameGateways(ProxyScope earlier) {
    return References.same(mesh.gateways(), earlier.mesh.gateways())
        && References.same(mesh.virtualServices(), earlier.mesh.virtualServices())
        && References.same(mesh.services(), earlier.mesh.services())
        && hasSameDestinationRules(earlier);
  }

  private boolean hasSameListened(ProxyScope earlier) {
    return sidecar.since(earlier.sidecar).sameListened()
        && hasSameHeadlessEndpoints(earlier)
        && servicesUnderOtherRules(earlier).stream().noneMatch(sidecar::listensForBytes);
  }

  /** Whether the endpoints of headless services are the same, which have listeners of their own. */
  private boolean hasSameHeadlessEndpoints(ProxyScope earlier) {
    return mesh.since(earlier.mesh).endpoints().stream()
        .map(NamespacedHost::hostname)
        .noneMatch(sidecar::listensAtEndpoints);
  }

  /** Whether all inputs of the clusters of its own workload are the same. */
  public boolean hasSameOwnClusters(ProxyScope earlier) {
    return hasSameSurroundings(earlier)
        && targets.equals(earlier.targets)
        && (isGateway() || hasSameOwnRules(earlier));
  }

  /** Whether the rules for its own services are the same, which a Sidecar may make up. */
  private boolean hasSameOwnRules(ProxyScope earlier) {
    ImmutableSet<String> services = sidecar.since(earlier.sidecar).hosts();
    ImmutableSet<Service> underOtherRules = servicesUnderOtherRules(earlier);
    if (services.isEmpty() && underOtherRules.isEmpty()) {
      return true;
    }
    return sidecar.sidecar().isEmpty()
        && targets.stream()
            .map(target -> target.service().hostname())
            .noneMatch(
                host ->
                    services.contains(host)
                        || underOtherRules.stream()
                            .anyMatch(service -> service.hostname().equals(host)));
  }

  /**
   * The services that a DestinationRule is for which came, went or changed since an earlier scope.
   * Others have the same rule in both.
   */
  public ImmutableSet<Service> servicesUnderOtherRules(ProxyScope earlier) {
    ImmutableSet.Builder<Service> found = ImmutableSet.builder();
    for (String host : mesh.since(earlier.mesh).ruleHosts()) {
      if (HostNames.isWildcard(host)) {
        sidecar.services().stream()
            .filter(service -> HostMatching.isSubset(service.hostname(), host))
            .forEach(found::add);
      } else {
        sidecar.service(host).ifPresent(found::add);
      }
    }
    return found.build();
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
