// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.graph.read;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The services of a mesh by host and by address. */
public final class KnownServices {
  private final ImmutableMap<String, Service> byHost;
  private final ImmutableMap<String, String> byAddress;
  private final ImmutableList<ServiceEndpoints> endpoints;

  private KnownServices(
      ImmutableMap<String, Service> byHost,
      ImmutableMap<String, String> byAddress,
      ImmutableList<ServiceEndpoints> endpoints) {
    this.byHost = byHost;
    this.byAddress = byAddress;
    this.endpoints = endpoints;
  }

  /** Indexes them; the first of several with one host counts. */
  public static KnownServices of(MeshSnapshot snapshot, ImmutableList<Service> services) {
    Map<String, Service> byHost = new LinkedHashMap<>();
    Map<String, String> byAddress = new LinkedHashMap<>();
    for (Service service : services) {
      byHost.putIfAbsent(service.hostname(), service);
      for (ServicePort port : service.ports()) {
        for (String address : service.addresses()) {
          byAddress.putIfAbsent(address + " " + port.number(), service.hostname());
        }
        for (String address : service.autoAllocatedAddresses()) {
          byAddress.putIfAbsent(address + " " + port.number(), service.hostname());
        }
      }
    }
    return new KnownServices(
        ImmutableMap.copyOf(byHost), ImmutableMap.copyOf(byAddress), snapshot.endpoints());
  }

  /** All of them, each host once. */
  public ImmutableList<Service> services() {
    return byHost.values().asList();
  }

  /** The service of a host. */
  public Optional<Service> service(String host) {
    return Optional.ofNullable(byHost.get(host));
  }

  /** The host of the service that has that address and port. */
  Optional<String> at(String address, int port) {
    return Optional.ofNullable(byAddress.get(address + " " + port));
  }

  /** Whether that is a service without that port: rules for it then lead nowhere. */
  boolean lacksPort(String host, int port) {
    return service(host)
        .filter(service -> service.ports().stream().noneMatch(own -> own.number() == port))
        .isPresent();
  }

  /** The port that clients call, where a proxy listens on another one behind its service. */
  int declaredPort(Proxy proxy, int bound) {
    for (ServiceEndpoints of : endpoints) {
      for (Endpoint endpoint : of.endpoints()) {
        if (endpoint.port() == bound
            && endpoint.addresses().stream().anyMatch(proxy.ipAddresses()::contains)) {
          Optional<ServicePort> port =
              service(of.hostname()).stream()
                  .flatMap(service -> service.ports().stream())
                  .filter(own -> own.name().equals(endpoint.servicePortName()))
                  .findFirst();
          if (port.isPresent()) {
            return port.get().number();
          }
        }
      }
    }
    return bound;
  }
}
