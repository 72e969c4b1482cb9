// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryPort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  record Known(ConfigKey object, ImmutableSet<String> ports, boolean takesNames) {
    private Known and(Known other) {
      return new Known(
          object,
          ImmutableSet.<String>builder().addAll(ports).addAll(other.ports).build(),
          takesNames || other.takesNames);
    }
  }

  /** The services of a mesh. */
  public static KnownServices of(List<Service> services, List<ServiceEntry> entries) {
    Map<Host, Known> byHost = new LinkedHashMap<>();
    for (Service service : services) {
      byHost.merge(
          new Host(service.namespace(), service.hostname()),
          known(
              ConfigKey.of("Service", service.metadata()),
              service.ports().stream().map(ServicePort::name),
              service.resolution() == ServiceResolution.DNS
                  || service.resolution() == ServiceResolution.DNS_ROUND_ROBIN),
          Known::and);
    }
    for (ServiceEntry entry : entries) {
      Known known =
          known(
              ConfigKey.of("ServiceEntry", entry.metadata()),
              entry.ports().stream().map(ServiceEntryPort::name),
              entry.resolution() == Resolution.DNS
                  || entry.resolution() == Resolution.DNS_ROUND_ROBIN);
      for (String host : entry.hosts()) {
        byHost.merge(new Host(entry.metadata().namespace(), host), known, Known::and);
      }
    }
    return new KnownServices(ImmutableMap.copyOf(byHost));
  }

  private static Known known(ConfigKey object, Stream<String> ports, boolean takesNames) {
    return new Known(object, ports.collect(toImmutableSet()), takesNames);
  }

  /** The service of a host. */
  Optional<Known> find(Host host) {
    return Optional.ofNullable(byHost.get(host));
  }
}
