// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.ServicePort;
import java.util.List;

/**
 * The endpoints of all services of one namespace and host: first those of ServiceEntries, then the
 * platform's.
 *
 * @param all every endpoint
 * @param byPortName the same by the name of the service's port
 * @param externalByPort those of ServiceEntries by the number of the service's port
 * @param platformByPortName those of the platform by the name of the service's port
 */
record HostEndpoints(
    ImmutableList<Endpoint> all,
    ImmutableListMultimap<String, Endpoint> byPortName,
    ImmutableListMultimap<Integer, Endpoint> externalByPort,
    ImmutableListMultimap<String, Endpoint> platformByPortName) {
  static final HostEndpoints NONE = of(ImmutableList.of(), ImmutableList.of());

  static HostEndpoints of(List<ServiceEntryInstance> external, List<Endpoint> platform) {
    ImmutableListMultimap<String, Endpoint> ofPlatform =
        Multimaps.index(platform, Endpoint::servicePortName);
    if (external.isEmpty()) {
      return new HostEndpoints(
          ImmutableList.copyOf(platform), ofPlatform, ImmutableListMultimap.of(), ofPlatform);
    }
    ImmutableList.Builder<Endpoint> all = ImmutableList.builder();
    ImmutableListMultimap.Builder<Integer, Endpoint> byPort = ImmutableListMultimap.builder();
    for (ServiceEntryInstance instance : external) {
      all.add(instance.endpoint());
      byPort.put(instance.port().number(), instance.endpoint());
    }
    ImmutableList<Endpoint> both = all.addAll(platform).build();
    return new HostEndpoints(
        both, Multimaps.index(both, Endpoint::servicePortName), byPort.build(), ofPlatform);
  }

  /** Those of a port where endpoints of ServiceEntries are joined by its number. */
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
