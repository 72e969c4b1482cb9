// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.SpiffeNames;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The endpoints of all services of one namespace and host: first from ServiceEntries, then from the
 * platform.
 *
 * @param all every endpoint
 * @param byPortName all endpoints by the name of the service's port
 * @param externalByPort endpoints of ServiceEntries by the number of the service's port
 * @param platformByPortName endpoints of the platform by the name of the service's port
 * @param accounts the names that certificates of the services may carry
 */
record HostEndpoints(
    ImmutableList<Endpoint> all,
    ImmutableListMultimap<String, Endpoint> byPortName,
    ImmutableListMultimap<Integer, Endpoint> externalByPort,
    ImmutableListMultimap<String, Endpoint> platformByPortName,
    ImmutableList<String> accounts) {
  static final HostEndpoints NONE =
      new HostEndpoints(
          ImmutableList.of(),
          ImmutableListMultimap.of(),
          ImmutableListMultimap.of(),
          ImmutableListMultimap.of(),
          ImmutableList.of());

  /** The endpoints of a service, the newest if there are several of one namespace and host. */
  static HostEndpoints of(
      List<ServiceEntryInstance> external,
      List<Endpoint> platform,
      Service newest,
      MeshSettings settings) {
    ImmutableListMultimap<String, Endpoint> ofPlatform =
        Multimaps.index(platform, Endpoint::servicePortName);
    if (external.isEmpty()) {
      return new HostEndpoints(
          ImmutableList.copyOf(platform),
          ofPlatform,
          ImmutableListMultimap.of(),
          ofPlatform,
          accounts(newest, platform, settings));
    }
    ImmutableList.Builder<Endpoint> all = ImmutableList.builder();
    ImmutableListMultimap.Builder<Integer, Endpoint> byPort = ImmutableListMultimap.builder();
    for (ServiceEntryInstance instance : external) {
      all.add(instance.endpoint());
      byPort.put(instance.port().number(), instance.endpoint());
    }
    ImmutableList<Endpoint> both = all.addAll(platform).build();
    return new HostEndpoints(
        both,
        Multimaps.index(both, Endpoint::servicePortName),
        byPort.build(),
        ofPlatform,
        accounts(newest, both, settings));
  }

  private static ImmutableList<String> accounts(
      Service service, List<Endpoint> endpoints, MeshSettings settings) {
    Set<String> names = new LinkedHashSet<>();
    for (Endpoint endpoint : endpoints) {
      endpoint.serviceAccount().ifPresent(names::add);
    }
    names.addAll(service.serviceAccounts());
    names.addAll(service.subjectAltNames());
    return SpiffeNames.expand(names, settings.trustDomainAliases());
  }

  /** The endpoints of a port, joined by port number for ServiceEntries. */
  ImmutableList<Endpoint> byPort(ServicePort port) {
    ImmutableList<Endpoint> external = externalByPort.get(port.number());
    ImmutableList<Endpoint> platform = platformByPortName.get(port.name());
    if (platform.isEmpty()) {
      return external;
    }
    return external.isEmpty()
        ? platform
        : ImmutableList.<Endpoint>builder().addAll(external).addAll(platform).build();
  }
}
