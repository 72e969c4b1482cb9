// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.registry;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.rutter.model.ConfigKey;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryPort;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What endpoints can belong to: the hosts of services and ServiceEntries, with their ports. */
public final class KnownServices {
  private final ImmutableMap<Host, Known> byHost;

  private KnownServices(ImmutableMap<Host, Known> byHost) {
    this.byHost = byHost;
  }

  /**
   * A host of a namespace.
   *
   * @param namespace the namespace of the service
   * @param hostname its host
   */
  record Host(String namespace, String hostname) {
    static Host of(ServiceEndpoints group) {
      return new Host(group.namespace(), group.hostname());
    }
  }

  /**
   * A service, or several of one host and namespace.
   *
   * @param object the first of them
   * @param ports the names of their ports
   * @param takesNames whether the proxy looks up the names of endpoints
   */
  record Known(ConfigKey object, ImmutableSet<String> ports, boolean takesNames) {}

  /** The services of a mesh. */
  public static KnownServices of(List<Service> services, List<ServiceEntry> entries) {
    Map<Host, Collected> byHost = new LinkedHashMap<>();
    for (Service service : services) {
      byHost
          .computeIfAbsent(
              new Host(service.namespace(), service.hostname()),
              host -> new Collected(ConfigKey.of("Service", service.metadata())))
          .add(
              service.ports().stream().map(ServicePort::name),
              service.resolution() == ServiceResolution.DNS
                  || service.resolution() == ServiceResolution.DNS_ROUND_ROBIN);
    }
    for (ServiceEntry entry : entries) {
      ConfigKey key = ConfigKey.of("ServiceEntry", entry.metadata());
      for (String host : entry.hosts()) {
        byHost
            .computeIfAbsent(
                new Host(entry.metadata().namespace(), host), first -> new Collected(key))
            .add(
                entry.ports().stream().map(ServiceEntryPort::name),
                entry.resolution() == Resolution.DNS
                    || entry.resolution() == Resolution.DNS_ROUND_ROBIN);
      }
    }
    return new KnownServices(ImmutableMap.copyOf(Maps.transformValues(byHost, Collected::known)));
  }

  /** What services of one host and namespace add up to, however many they are. */
  private static final class Collected {
    private final ConfigKey first;
    private final Set<String> ports = new LinkedHashSet<>();
    private boolean takesNames;

    Collected(ConfigKey first) {
      this.first = first;
    }

    void add(Stream<String> names, boolean looksUp) {
      names.forEach(ports::add);
      takesNames |= looksUp;
    }

    Known known() {
      return new Known(first, ImmutableSet.copyOf(ports), takesNames);
    }
  }

  /** The service of a host. */
  Optional<Known> find(Host host) {
    return Optional.ofNullable(byHost.get(host));
  }
}
