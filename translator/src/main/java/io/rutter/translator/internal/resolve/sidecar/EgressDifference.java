// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.sidecar;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.host.HostMatching;
import io.rutter.translator.internal.resolve.host.HostNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How what an egress listener imports differs from what it imported earlier, worked out once for
 * all proxies that have it.
 *
 * @param before services that went or changed, as they were
 * @param now services that came or changed, as they are
 * @param sameOrder whether all other services are in the same order
 * @param apart whether each of their hosts is a full name of a single service that no
 *     VirtualService is for, so that its virtual host is its own
 */
public record EgressDifference(
    ImmutableList<Service> before, ImmutableList<Service> now, boolean sameOrder, boolean apart) {

  /** No service came, went or changed. */
  static final EgressDifference NONE =
      new EgressDifference(ImmutableList.of(), ImmutableList.of(), true, true);

  /**
   * The difference between two lists of services.
   *
   * @param ruled the hosts that VirtualServices are for, in either
   */
  static EgressDifference between(List<Service> earlier, List<Service> later, List<String> ruled) {
    Set<Service> gone = identities(earlier);
    gone.removeAll(identities(later));
    Set<Service> come = identities(later);
    come.removeAll(identities(earlier));
    ImmutableList<Service> before = in(earlier, gone);
    ImmutableList<Service> after = in(later, come);
    Set<String> hosts = new HashSet<>();
    Stream.concat(before.stream(), after.stream()).map(Service::hostname).forEach(hosts::add);
    return new EgressDifference(
        before,
        after,
        References.same(notIn(earlier, gone), notIn(later, come)),
        hosts.stream().noneMatch(HostNames::isWildcard)
            && hosts.stream().allMatch(host -> host.equals(Ascii.toLowerCase(host)))
            && isSingle(hosts, earlier)
            && isSingle(hosts, later)
            && ruled.stream()
                .map(Ascii::toLowerCase)
                .noneMatch(
                    rule -> hosts.stream().anyMatch(host -> HostMatching.overlap(host, rule))));
  }

  private static Set<Service> identities(List<Service> services) {
    Set<Service> identities = Sets.newIdentityHashSet();
    identities.addAll(services);
    return identities;
  }

  private static ImmutableList<Service> in(List<Service> services, Set<Service> some) {
    return services.stream().filter(some::contains).collect(toImmutableList());
  }

  private static List<Service> notIn(List<Service> services, Set<Service> some) {
    return services.stream().filter(service -> !some.contains(service)).toList();
  }

  private static boolean isSingle(Set<String> hosts, List<Service> services) {
    Set<String> seen = new HashSet<>();
    return services.stream()
        .map(service -> Ascii.toLowerCase(service.hostname()))
        .allMatch(host -> !hosts.contains(host) || seen.add(host));
  }

  /** Whether services of a port came, went or changed. */
  public boolean concerns(int port) {
    return Stream.concat(before.stream(), now.stream())
        .flatMap(service -> service.ports().stream())
        .anyMatch(each -> each.number() == port);
  }
}
