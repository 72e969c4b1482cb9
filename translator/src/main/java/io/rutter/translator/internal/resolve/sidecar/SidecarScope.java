// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.registry.Service;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.sidecar.SidecarPort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.settings.OutboundPolicy;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * What a proxy sees of the mesh. Istio document: Sidecar.
 *
 * @param sidecar the Sidecar resource behind it
 * @param egress the egress listeners as written, or one that imports everything
 * @param servicesByHost the services of all egress listeners and those that their VirtualServices
 *     send traffic to, in that order
 * @param outboundPolicy how traffic to unknown destinations is handled
 */
public record SidecarScope(
    Optional<Sidecar> sidecar,
    ImmutableList<EgressScope> egress,
    ImmutableMap<String, Service> servicesByHost,
    OutboundPolicy outboundPolicy) {

  /** Whether another scope has the same services in all of its listeners. */
  public boolean hasSameServices(SidecarScope other) {
    if (egress.size() != other.egress.size() || !References.same(services(), other.services())) {
      return false;
    }
    for (int i = 0; i < egress.size(); i++) {
      if (!References.same(egress.get(i).services(), other.egress.get(i).services())) {
        return false;
      }
    }
    return true;
  }

  /** Whether another scope with as many listeners has the same TCP and TLS rules. */
  public boolean hasSameTcpRules(SidecarScope other) {
    for (int i = 0; i < egress.size(); i++) {
      if (!References.same(egress.get(i).tcpRules(), other.egress.get(i).tcpRules())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Which VirtualServices of another scope replace those of this one, if they have the same hosts
   * in the same order; absent if more than the rules differs.
   */
  public Optional<IdentityHashMap<VirtualService, VirtualService>> changedRules(SidecarScope next) {
    if (!hasSameServices(next)) {
      return Optional.empty();
    }
    IdentityHashMap<VirtualService, VirtualService> changed = new IdentityHashMap<>();
    for (int i = 0; i < egress.size(); i++) {
      ImmutableList<VirtualService> before = egress.get(i).virtualServices();
      ImmutableList<VirtualService> now = next.egress.get(i).virtualServices();
      if (before.size() != now.size()) {
        return Optional.empty();
      }
      for (int j = 0; j < before.size(); j++) {
        if (!References.same(before.get(j), now.get(j))) {
          if (!hasSameReach(before.get(j), now.get(j))) {
            return Optional.empty();
          }
          changed.put(before.get(j), now.get(j));
        }
      }
    }
    return Optional.of(changed);
  }

  private static boolean hasSameReach(VirtualService one, VirtualService other) {
    return one.hosts().equals(other.hosts())
        && one.gateways().equals(other.gateways())
        && one.metadata().equals(other.metadata());
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
