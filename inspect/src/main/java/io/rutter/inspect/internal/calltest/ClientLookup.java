// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.calltest;

import static java.util.Locale.ROOT;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.serviceentry.ServiceEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a client's DNS lookup would return for a host, and the target port behind a gateway's
 * service port.
 */
public final class ClientLookup {
  private final MeshSnapshot mesh;
  private final Proxy proxy;

  private ClientLookup(MeshSnapshot mesh, Proxy proxy) {
    this.mesh = mesh;
    this.proxy = proxy;
  }

  /** Lookups by clients in the proxy's namespace. */
  public static ClientLookup of(MeshSnapshot mesh, Proxy proxy) {
    return new ClientLookup(mesh, proxy);
  }

  /** The first address of the service with that host; an IP address is returned as it is. */
  public Optional<String> find(String host) {
    if (InetAddresses.isInetAddress(host)) {
      return Optional.of(host);
    }
    String lower = host.toLowerCase(ROOT);
    for (String name : candidates(lower)) {
      for (Service service : mesh.services()) {
        if (service.hostname().equals(name)) {
          return first(
              Stream.concat(
                  service.addresses().stream(), service.autoAllocatedAddresses().stream()));
        }
      }
      for (ServiceEntry entry : mesh.serviceEntries()) {
        if (entry.hosts().contains(name)) {
          return first(
              Stream.concat(
                  entry.addresses().stream(),
                  entry.allocatedAddresses().stream().map(allocated -> allocated.value())));
        }
      }
    }
    return Optional.empty();
  }

  /** The port of the proxy that a port of its own service leads to. */
  public OptionalInt targetPort(int port) {
    for (Service service : mesh.services()) {
      if (service.namespace().equals(proxy.namespace()) && selects(service.selector())) {
        for (ServicePort candidate : service.ports()) {
          if (candidate.number() == port) {
            return targetPort(service, candidate);
          }
        }
      }
    }
    return OptionalInt.empty();
  }

  /** The number in the service, as the listener has it; what has a name is in the endpoint. */
  private OptionalInt targetPort(Service service, ServicePort port) {
    TargetPort target = port.targetPort().orElseGet(() -> TargetPort.of(port.number()));
    if (target instanceof TargetPort.Fixed fixed) {
      return OptionalInt.of(fixed.value());
    }
    return mesh.endpoints().stream()
        .filter(endpoints -> endpoints.hostname().equals(service.hostname()))
        .flatMap(endpoints -> endpoints.endpoints().stream())
        .filter(endpoint -> endpoint.servicePortName().equals(port.name()))
        .filter(endpoint -> !Collections.disjoint(endpoint.addresses(), proxy.ipAddresses()))
        .mapToInt(Endpoint::port)
        .findFirst();
  }

  private boolean selects(Map<String, String> selector) {
    return !selector.isEmpty()
        && proxy.selectableLabels().entrySet().containsAll(selector.entrySet());
  }

  /** The names that the DNS search list of Kubernetes tries. */
  private List<String> candidates(String host) {
    return ImmutableList.of(
        host,
        MeshDefaults.serviceHostname(proxy.namespace(), host),
        host + ".svc." + MeshDefaults.DOMAIN_SUFFIX,
        host + "." + MeshDefaults.DOMAIN_SUFFIX);
  }

  private static Optional<String> first(Stream<String> addresses) {
    return addresses
        .map(
            address ->
                address.endsWith("/32") ? address.substring(0, address.length() - 3) : address)
        .filter(InetAddresses::isInetAddress)
        .filter(address -> !address.equals("0.0.0.0"))
        .findFirst();
  }
}
