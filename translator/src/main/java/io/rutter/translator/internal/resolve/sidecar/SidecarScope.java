// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.registry.Service;
import io.rutter.model.sidecar.EgressListener;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.sidecar.SidecarPort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.order.LastComparison;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.settings.OutboundPolicy;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a proxy sees of the mesh. Istio document: Sidecar. */
public final class SidecarScope {
  private final Optional<Sidecar> sidecar;
  private final ImmutableList<EgressScope> egress;
  private final ImmutableMap<String, Service> servicesByHost;
  private final OutboundPolicy outboundPolicy;
  private final LastComparison<SidecarScope, ScopeDifference> comparison = new LastComparison<>();

  /**
   * A scope.
   *
   * @param sidecar the Sidecar resource behind it
   * @param egress the egress listeners as written, or one that imports everything
   * @param servicesByHost the services of all egress listeners and those that their VirtualServices
   *     send traffic to, in that order
   * @param outboundPolicy how traffic to unknown destinations is handled
   */
  SidecarScope(
      Optional<Sidecar> sidecar,
      ImmutableList<EgressScope> egress,
      ImmutableMap<String, Service> servicesByHost,
      OutboundPolicy outboundPolicy) {
    this.sidecar = sidecar;
    this.egress = egress;
    this.servicesByHost = servicesByHost;
    this.outboundPolicy = outboundPolicy;
  }

  /** The Sidecar resource behind it. */
  public Optional<Sidecar> sidecar() {
    return sidecar;
  }

  /** The egress listeners as written, or one that imports everything. */
  public ImmutableList<EgressScope> egress() {
    return egress;
  }

  /** How traffic to unknown destinations is handled. */
  public OutboundPolicy outboundPolicy() {
    return outboundPolicy;
  }

  /** How it differs from an earlier scope. */
  public ScopeDifference since(SidecarScope earlier) {
    return comparison.with(earlier, this::compared);
  }

  private ScopeDifference compared(SidecarScope earlier) {
    boolean sameServices = hasSameServices(earlier);
    return new ScopeDifference(
        sameServices,
        sameServices ? ImmutableSet.of() : differingHosts(earlier),
        hasSameListened(earlier));
  }

  private ImmutableSet<String> differingHosts(SidecarScope earlier) {
    Stream<Service> imported =
        egress.size() == earlier.egress.size()
            ? IntStream.range(0, egress.size())
                .mapToObj(i -> egress.get(i).since(earlier.egress.get(i)))
                .flatMap(each -> Stream.concat(each.before().stream(), each.now().stream()))
            : Stream.empty();
    return Stream.concat(imported, References.differing(earlier.services(), services()).stream())
        .map(Service::hostname)
        .collect(toImmutableSet());
  }

  private boolean hasSameServices(SidecarScope other) {
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

  private boolean hasSameListened(SidecarScope other) {
    if (egress.size() != other.egress.size()) {
      return false;
    }
    for (int i = 0; i < egress.size(); i++) {
      if (!egress.get(i).hasSameListened(other.egress.get(i))) {
        return false;
      }
    }
    return tcpDestinations()
        .allMatch(host -> References.same(serviceOrNull(host), other.serviceOrNull(host)));
  }

  private @Nullable Service serviceOrNull(String host) {
    return servicesByHost.get(host);
  }

  private Stream<String> tcpDestinations() {
    return egress.stream().flatMap(listener -> listener.tcpDestinations().stream());
  }

  /** Whether a service of that host may have a listener for each of its endpoints. */
  public boolean listensAtEndpoints(String host) {
    return egress.stream().anyMatch(listener -> listener.listensAtEndpoints(host));
  }

  /** Whether listeners may depend on the DestinationRule of a service. */
  public boolean listensForBytes(Service service) {
    return egress.stream()
        .anyMatch(
            listener ->
                listener.listensForBytes(service)
                    || listener.tcpDestinations().contains(service.hostname()));
  }

  /**
   * Which VirtualServices of another scope replace those of this one, if they have the same hosts
   * in the same order; absent if more than the rules differs.
   */
  public Optional<IdentityHashMap<VirtualService, VirtualService>> changedRules(SidecarScope next) {
    if (egress.size() != next.egress.size()) {
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
