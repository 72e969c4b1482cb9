// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.listener.outbound;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.ServiceAddresses;
import io.rutter.translator.internal.resolve.host.IpAddresses;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses;
import io.rutter.translator.internal.resolve.settings.ProxyAddresses.Family;

/**
 * The addresses on which a sidecar listens for a service. HTTP: the wildcard, because requests name
 * their host. Other protocols: the service's own address; the wildcard if it has none; the wildcard
 * with a CIDR block to match if its address is a block. Headless services: the address of each
 * endpoint. Istio documents: Protocol Selection, Traffic Routing.
 */
final class OutboundAddresses {
  private OutboundAddresses() {}

  /** The target on the declared addresses of the listener, else on those of its service. */
  static ListenedService of(ProxyScope scope, ListenedService target) {
    if (!target.binding().addresses().isEmpty()) {
      return target;
    }
    return switch (ProtocolFamily.of(target.port().protocol())) {
      case HTTP, OTHER -> target.at(ProxyAddresses.wildcards(scope.family()));
      case TCP, DETECTED -> atService(scope, target);
    };
  }

  /** Like {@link #of}, but a headless service gives one target for each endpoint. */
  static ImmutableList<ListenedService> ofEach(ProxyScope scope, ListenedService target) {
    boolean bytes =
        switch (ProtocolFamily.of(target.port().protocol())) {
          case HTTP, OTHER -> false;
          case TCP, DETECTED -> true;
        };
    return bytes && target.binding().addresses().isEmpty() && isHeadless(scope, target.service())
        ? atEndpoints(scope, target)
        : ImmutableList.of(of(scope, target));
  }

  private static ListenedService atService(ProxyScope scope, ListenedService target) {
    ImmutableList<String> addresses = addresses(scope, target.service());
    return addresses.get(0).indexOf('/') < 0
        ? target.at(addresses)
        : target.at(ProxyAddresses.wildcards(scope.family()), addresses);
  }

  /** The addresses of a service, the main one first; the wildcard where it has none. */
  static ImmutableList<String> addresses(ProxyScope scope, Service service) {
    ImmutableList<String> usable = ServiceAddresses.of(scope, service);
    if (!usable.isEmpty()) {
      return usable;
    }
    if (!service.addresses().isEmpty()) {
      return service.addresses().subList(0, 1);
    }
    Family family = scope.family();
    if (service.registry() == ServiceRegistry.KUBERNETES || family == Family.IPV4) {
      return ImmutableList.of(ProxyAddresses.WILDCARD_IPV4);
    }
    return ProxyAddresses.wildcards(scope.family());
  }

  private static boolean isHeadless(ProxyScope scope, Service service) {
    return service.resolution() == ServiceResolution.PASSTHROUGH
        && addresses(scope, service).get(0).equals(ProxyAddresses.WILDCARD_IPV4);
  }

  /**
   * Empty if there are no endpoints: there is nothing to connect to, and a wildcard listener would
   * capture the traffic of other services. A ServiceEntry that cannot have endpoints matches any
   * address.
   */
  private static ImmutableList<ListenedService> atEndpoints(
      ProxyScope scope, ListenedService target) {
    Service service = target.service();
    ImmutableList<Endpoint> endpoints =
        scope.mesh().endpoints().endpointsByPortNumber(service, target.port());
    if (endpoints.isEmpty()
        && service.registry() == ServiceRegistry.EXTERNAL
        && service.selector().isEmpty()) {
      return ImmutableList.of(atService(scope, target));
    }
    return endpoints.stream()
        .filter(endpoint -> !endpoint.addresses().isEmpty())
        .filter(endpoint -> endpoint.addresses().stream().allMatch(IpAddresses::isIp))
        .filter(endpoint -> !isProxyItself(scope, endpoint))
        .map(endpoint -> target.at(endpoint.addresses()))
        .collect(toImmutableList());
  }

  private static boolean isProxyItself(ProxyScope scope, Endpoint endpoint) {
    ImmutableList<String> own = scope.proxy().ipAddresses();
    return !own.isEmpty() && own.get(0).equals(endpoint.addresses().get(0));
  }
}
