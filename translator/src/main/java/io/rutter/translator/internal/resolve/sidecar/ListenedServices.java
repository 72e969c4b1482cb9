// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.rutter.model.Protocol;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.sidecar.SidecarPort;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The services of an egress listener that make a difference to the listeners of its proxies. HTTP
 * services of one port share a listener, which is that of the first; so those behind it make none,
 * unless services of other protocols have the port too. Aliases never have a listener.
 *
 * @param all these services, oldest first
 * @param bytes the hosts of those that may have connections which are not HTTP
 * @param headless the hosts of those that may have a listener for each endpoint
 */
record ListenedServices(
    ImmutableList<Service> all, ImmutableSet<String> bytes, ImmutableSet<String> headless) {

  /** Those of the services of a listener, which may declare a port for all of them. */
  static ListenedServices of(List<Service> services, Optional<SidecarPort> declared) {
    List<Service> candidates =
        services.stream()
            .filter(service -> service.resolution() != ServiceResolution.ALIAS)
            .toList();
    return declared.isPresent()
        ? ofPort(candidates, declared.get().protocol().orElse(Protocol.UNSUPPORTED))
        : ofOwnPorts(candidates);
  }

  private static ListenedServices ofPort(List<Service> services, Protocol protocol) {
    return isShared(protocol)
        ? of(ImmutableList.copyOf(Iterables.limit(services, 1)), ImmutableSet.of())
        : of(
            ImmutableList.copyOf(services),
            services.stream().map(Service::hostname).collect(toImmutableSet()));
  }

  private static ListenedServices ofOwnPorts(List<Service> services) {
    Set<Integer> mixed = new HashSet<>();
    for (Service service : services) {
      for (ServicePort port : service.ports()) {
        if (!isShared(port.protocol())) {
          mixed.add(port.number());
        }
      }
    }
    ImmutableList.Builder<Service> all = ImmutableList.builder();
    ImmutableSet.Builder<String> bytes = ImmutableSet.builder();
    Set<Integer> known = new HashSet<>();
    for (Service service : services) {
      boolean opens = false;
      for (ServicePort port : service.ports()) {
        opens |= known.add(port.number());
        if (mixed.contains(port.number())) {
          opens = true;
          bytes.add(service.hostname());
        }
      }
      if (opens) {
        all.add(service);
      }
    }
    return of(all.build(), bytes.build());
  }

  private static ListenedServices of(ImmutableList<Service> all, ImmutableSet<String> bytes) {
    return new ListenedServices(
        all,
        bytes,
        all.stream()
            .filter(service -> service.resolution() == ServiceResolution.PASSTHROUGH)
            .map(Service::hostname)
            .collect(toImmutableSet()));
  }

  /** Whether services of the protocol share a listener. */
  private static boolean isShared(Protocol protocol) {
    return protocol.isHttp() && protocol != Protocol.HTTP_PROXY;
  }
}
