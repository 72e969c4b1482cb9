// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.sidecar.SidecarScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first service with a host and a port among those that a proxy sees, whether it has clusters
 * for it or not.
 */
final class SeenPorts {
  private final Map<HostPort, Service> first = new HashMap<>();

  private record HostPort(String host, int port) {}

  SeenPorts(Proxy proxy, SidecarScope scope, ServiceIndex services) {
    Stream<Service> seen =
        proxy.type() == ProxyType.SIDECAR
            ? scope.egress().stream().flatMap(egress -> egress.services().stream())
            : services.visibleTo(proxy.namespace()).stream();
    seen.forEach(this::add);
  }

  private void add(Service service) {
    for (ServicePort port : service.ports()) {
      if (DeclaredPorts.isUsed(port)) {
        first.putIfAbsent(new HostPort(service.hostname(), port.number()), service);
      }
    }
  }

  Optional<Service> service(String host, int port) {
    return Optional.ofNullable(first.get(new HostPort(host, port)));
  }
}
