// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.translator.internal.naming.VirtualHostNames;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.ServiceAddresses;
import io.rutter.translator.internal.route.http.RoutedService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The domains under which a workload can call a service: what the host header may contain. Istio
 * document: Traffic Management, service registry.
 *
 * @param names all domains, in order
 * @param derived domains derived from the host, over which a service with that very name takes
 *     precedence
 */
record VirtualHostDomains(List<String> names, Set<String> derived) {
  /** The domain of a host that is no service. */
  static VirtualHostDomains ofHost(String host) {
    return new VirtualHostDomains(
        ImmutableList.of(VirtualHostNames.domain(host)), ImmutableSet.of());
  }

  /**
   * The domains of a service: its host with and without trailing dot, short names, the same for its
   * aliases, wildcards below all of these if pods have names of their own, and addresses.
   *
   * @param port for each domain a second one with this port is added; absent if Envoy ignores the
   *     port in the host header
   */
  static VirtualHostDomains ofService(
      RoutedService service, List<String> aliases, OptionalInt port, ProxyScope scope) {
    List<String> all = new ArrayList<>();
    Set<String> derived = new HashSet<>();
    addNames(service.hostname(), port, scope, all, derived);
    for (String alias : aliases) {
      addNames(alias, port, scope, all, derived);
    }
    if (isHeadless(service.service())) {
      int names = all.size();
      for (int i = 0; i < names; i++) {
        all.add("*." + all.get(i));
      }
    }
    for (String address : addresses(service.service(), port, scope)) {
      addWithPort(address, port, all);
    }
    return new VirtualHostDomains(all, derived);
  }

  private static void addNames(
      String host, OptionalInt port, ProxyScope scope, List<String> all, Set<String> derived) {
    addWithPort(host, port, all);
    int declared = all.size();
    for (String other : AlternativeHostNames.of(host, scope.proxy().dnsDomain())) {
      addWithPort(other, port, all);
    }
    derived.addAll(all.subList(declared, all.size()));
  }

  private static boolean isHeadless(Service service) {
    return service.resolution() == ServiceResolution.PASSTHROUGH
        && service.registry() == ServiceRegistry.KUBERNETES;
  }

  private static ImmutableList<String> addresses(
      Service service, OptionalInt port, ProxyScope scope) {
    ImmutableList<String> addresses = ServiceAddresses.of(scope, service);
    // Istio adds only addresses allocated to a ServiceEntry where ports are ignored.
    return port.isEmpty() && service.registry() != ServiceRegistry.KUBERNETES
        ? addresses.stream().limit(1).collect(toImmutableList())
        : addresses;
  }

  private static void addWithPort(String host, OptionalInt port, List<String> all) {
    all.add(VirtualHostNames.domain(host));
    if (port.isPresent()) {
      all.add(VirtualHostNames.of(host, port.getAsInt()));
    }
  }
}
