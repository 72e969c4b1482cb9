// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.rule;

import com.google.common.base.Ascii;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.SetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.translator.internal.resolve.host.HostMatching;
import io.rutter.translator.internal.resolve.host.HostNames;
import io.rutter.translator.internal.resolve.sidecar.EgressScope;
import io.rutter.translator.internal.resolve.sidecar.SidecarView;
import java.util.OptionalInt;

/**
 * The ports on which sidecars have the hosts of a VirtualService: all hosts on every port of the
 * services that it names, and on port 80. Istio document: Virtual Service, {@code hosts}.
 */
final class VirtualServicePorts {
  private static final int HTTP_PORT = 80;

  private final SetMultimap<ConfigKey, Integer> byVirtualService = HashMultimap.create();
  private final boolean sharesPorts;

  private VirtualServicePorts(boolean sharesPorts) {
    this.sharesPorts = sharesPorts;
  }

  /**
   * A route configuration that may have a virtual host for the VirtualService.
   *
   * @param port the port of the services
   * @param shared whether the route configuration is for all ports, so that a match of a port never
   *     holds
   */
  record Slot(int port, boolean shared) {

    /** Whether a match on that port, or on no port, applies here. */
    boolean isOn(OptionalInt asked) {
      return asked.orElse(0) == 0 || (!shared && asked.getAsInt() == port);
    }
  }

  static VirtualServicePorts of(SidecarView view) {
    VirtualServicePorts ports = new VirtualServicePorts(view.sharesPorts());
    SetMultimap<String, Integer> byHost = HashMultimap.create();
    for (Service service : view.egress().services()) {
      for (ServicePort port : service.ports()) {
        if (port.protocol().isHttp() || port.protocol().isUnsupported()) {
          byHost.put(Ascii.toLowerCase(service.hostname()), port.number());
        }
      }
    }
    boolean wildcards = false;
    for (VirtualService virtualService : view.egress().virtualServices()) {
      for (String host : virtualService.hosts()) {
        wildcards |= HostNames.isWildcard(host);
        ports.byVirtualService.putAll(key(virtualService), byHost.get(Ascii.toLowerCase(host)));
      }
    }
    if (wildcards) {
      ports.addWildcards(view.egress(), byHost);
    }
    return ports;
  }

  /** A wildcard stands for the services for which no VirtualService has a more specific host. */
  private void addWildcards(EgressScope egress, SetMultimap<String, Integer> byHost) {
    for (Service service : egress.services()) {
      String host = Ascii.toLowerCase(service.hostname());
      egress
          .mostSpecificVirtualService(service.hostname())
          .filter(
              found ->
                  found.hosts().stream()
                      .filter(HostNames::isWildcard)
                      .anyMatch(own -> HostMatching.overlap(host, Ascii.toLowerCase(own))))
          .ifPresent(found -> byVirtualService.putAll(key(found), byHost.get(host)));
    }
  }

  private static ConfigKey key(VirtualService virtualService) {
    return ConfigKey.of("VirtualService", virtualService.metadata());
  }

  /** All slots in which its hosts may be. */
  ImmutableSet<Slot> slots(VirtualService virtualService) {
    ImmutableSet.Builder<Slot> slots = ImmutableSet.builder();
    slots.add(new Slot(HTTP_PORT, false));
    for (int port : byVirtualService.get(key(virtualService))) {
      slots.add(new Slot(port, false));
      if (sharesPorts) {
        slots.add(new Slot(port, true));
      }
    }
    return slots.build();
  }
}
