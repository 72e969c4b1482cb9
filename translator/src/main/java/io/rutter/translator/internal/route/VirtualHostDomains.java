// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.route;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.translator.internal.naming.VirtualHostNames;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.ServiceAddresses;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The domains under which a workload can ask for a service: what may stand in the host header.
 * Istio document: Traffic Management, service registry.
 *
 * @param names all of them, in order
 * @param derived those that were made from the host and not declared by anyone, so that a service
 *     which has the name for its own goes first
 */
record VirtualHostDomains(ImmutableList<String> names, ImmutableSet<String> derived) {
  /** The domain of a host that no service stands for. */
  static VirtualHostDomains ofHost(String host) {
    return new VirtualHostDomains(
        ImmutableList.of(VirtualHostNames.domain(host)), ImmutableSet.of());
  }

  /**
   * The domains of a service: its host with and without a dot at the end, short names, the same for
   * its aliases, any name below all of these where pods have names of their own, and addresses.
   *
   * @param port added to each domain, beside the domain without it; absent where Envoy ignores the
   *     port in the host header
   */
  static VirtualHostDomains ofService(
      RoutedService service, List<String> aliases, OptionalInt port, ProxyScope scope) {
    ImmutableList.Builder<String> named = ImmutableList.builder();
    ImmutableSet.Builder<String> derived = ImmutableSet.builder();
    Stream.concat(Stream.of(service.hostname()), aliases.stream())
        .forEach(
            host -> {
              ImmutableList<String> others =
                  withPort(AlternativeHostNames.of(host, scope.proxy().dnsDomain()), port);
              named.addAll(withPort(ImmutableList.of(host), port)).addAll(others);
              derived.addAll(others);
            });
    ImmutableList<String> names = named.build();
    ImmutableList.Builder<String> all = ImmutableList.<String>builder().addAll(names);
    if (isHeadless(service.service())) {
      names.forEach(name -> all.add("*." + name));
    }
    all.addAll(withPort(addresses(service.service(), port, scope), port));
    return new VirtualHostDomains(all.build(), derived.build());
  }

  private static boolean isHeadless(Service service) {
    return service.resolution() == ServiceResolution.PASSTHROUGH
        && service.registry() == ServiceRegistry.KUBERNETES;
  }

  private static ImmutableList<String> addresses(
      Service service, OptionalInt port, ProxyScope scope) {
    ImmutableList<String> addresses = ServiceAddresses.of(scope, service);
    // Of the addresses allocated to a ServiceEntry, Istio puts one only where ports are ignored.
    return port.isEmpty() && service.registry() != ServiceRegistry.KUBERNETES
        ? addresses.stream().limit(1).collect(toImmutableList())
        : addresses;
  }

  private static ImmutableList<String> withPort(ImmutableList<String> hosts, OptionalInt port) {
    ImmutableList.Builder<String> out = ImmutableList.builder();
    for (String host : hosts) {
      out.add(VirtualHostNames.domain(host));
      port.ifPresent(number -> out.add(VirtualHostNames.of(host, number)));
    }
    return out.build();
  }
}
