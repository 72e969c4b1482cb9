// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.Multimaps;
import io.rutter.model.internal.collect.ListDifference;
import io.rutter.model.internal.validation.registry.HostEndpointsValidator.Checked;
import io.rutter.model.internal.validation.registry.KnownServices.Host;
import io.rutter.model.internal.validation.registry.KnownServices.Known;
import io.rutter.model.problem.Problem;
import io.rutter.model.registry.ServiceEndpoints;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The endpoints of a mesh, checked host by host against its services. */
public final class EndpointGroups {
  private final ImmutableList<ServiceEndpoints> given;
  private final KnownServices services;
  private final ImmutableMap<Host, OfHost> byHost;
  private final ImmutableList<ServiceEndpoints> kept;
  private final ImmutableList<Problem> problems;

  private record OfHost(Optional<Known> service, ImmutableList<Checked> groups) {}

  private EndpointGroups(
      ImmutableList<ServiceEndpoints> given,
      KnownServices services,
      ImmutableMap<Host, OfHost> byHost,
      ImmutableList<ServiceEndpoints> kept) {
    this.given = given;
    this.services = services;
    this.byHost = byHost;
    this.kept = kept;
    this.problems =
        byHost.values().stream()
            .flatMap(host -> host.groups().stream())
            .flatMap(group -> group.problems().stream())
            .collect(toImmutableList());
  }

  /** No groups. */
  public static EndpointGroups none() {
    return new EndpointGroups(
        ImmutableList.of(),
        KnownServices.of(List.of(), List.of()),
        ImmutableMap.of(),
        ImmutableList.of());
  }

  /** Checks groups; what these knew of a host whose groups and services are the same is kept. */
  @SuppressWarnings("ReferenceEquality") // Only saves work: the same object is equal.
  public EndpointGroups with(ImmutableList<ServiceEndpoints> next, KnownServices nextServices) {
    if (next == given && nextServices == services) {
      return this;
    }
    if (nextServices == services && kept == given) {
      Optional<EndpointGroups> same = withSameServices(next);
      if (same.isPresent()) {
        return same.get();
      }
    }
    ImmutableListMultimap<Host, ServiceEndpoints> groups = Multimaps.index(next, Host::of);
    ImmutableMap.Builder<Host, OfHost> nextByHost =
        ImmutableMap.builderWithExpectedSize(groups.keySet().size());
    groups
        .asMap()
        .forEach(
            (host, ofHost) ->
                nextByHost.put(host, check(host, groups.get(host), nextServices.find(host))));
    ImmutableMap<Host, OfHost> checked = nextByHost.buildOrThrow();
    return new EndpointGroups(next, nextServices, checked, kept(next, checked));
  }

  /** The same for a list that differs in a few hosts, if it has nothing invalid either. */
  private Optional<EndpointGroups> withSameServices(ImmutableList<ServiceEndpoints> next) {
    ListDifference<ServiceEndpoints> changed = ListDifference.of(given, next);
    Set<Host> hosts = new HashSet<>();
    changed.before().forEach(group -> hosts.add(Host.of(group)));
    changed.after().forEach(group -> hosts.add(Host.of(group)));
    ListMultimap<Host, ServiceEndpoints> groups =
        MultimapBuilder.linkedHashKeys().arrayListValues().build();
    for (ServiceEndpoints group : next) {
      Host host = Host.of(group);
      if (hosts.contains(host)) {
        groups.put(host, group);
      }
    }
    Map<Host, OfHost> nextByHost = new LinkedHashMap<>(byHost);
    nextByHost.keySet().removeAll(hosts);
    boolean whole = true;
    for (Host host : groups.keySet()) {
      ImmutableList<ServiceEndpoints> ofHost = ImmutableList.copyOf(groups.get(host));
      OfHost checked = check(host, ofHost, services.find(host));
      whole &= checked.groups().stream().allMatch(EndpointGroups::isWhole);
      nextByHost.put(host, checked);
    }
    return whole
        ? Optional.of(new EndpointGroups(next, services, ImmutableMap.copyOf(nextByHost), next))
        : Optional.empty();
  }

  @SuppressWarnings("ReferenceEquality") // What is whole is kept as it was given.
  private static boolean isWhole(Checked checked) {
    return checked.kept().isPresent() && checked.kept().get() == checked.given();
  }

  private OfHost check(Host host, ImmutableList<ServiceEndpoints> groups, Optional<Known> service) {
    OfHost before = byHost.get(host);
    return before != null && before.service().equals(service) && areSame(groups, before.groups())
        ? before
        : new OfHost(service, HostEndpointsValidator.validate(groups, service));
  }

  private static boolean areSame(List<ServiceEndpoints> groups, List<Checked> before) {
    if (groups.size() != before.size()) {
      return false;
    }
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i) != before.get(i).given()) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // What is whole is kept as it was given.
  private static ImmutableList<ServiceEndpoints> kept(
      ImmutableList<ServiceEndpoints> given, ImmutableMap<Host, OfHost> byHost) {
    Map<Host, Iterator<Checked>> rest = new LinkedHashMap<>();
    byHost.forEach((host, groups) -> rest.put(host, groups.groups().iterator()));
    ImmutableList.Builder<ServiceEndpoints> kept = ImmutableList.builder();
    boolean same = true;
    for (ServiceEndpoints group : given) {
      Optional<ServiceEndpoints> right =
          requireNonNull(rest.get(Host.of(group)), "host").next().kept();
      right.ifPresent(kept::add);
      same &= right.isPresent() && right.get() == group;
    }
    return same ? given : kept.build();
  }

  /** The groups without invalid endpoints; the same list if there are none. */
  public ImmutableList<ServiceEndpoints> kept() {
    return kept;
  }

  /** The problems. */
  public ImmutableList<Problem> problems() {
    return problems;
  }
}
