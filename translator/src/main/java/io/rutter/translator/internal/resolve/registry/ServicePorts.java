// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import java.util.Optional;
import java.util.OptionalInt;

/** Services with some of their ports left out. */
public final class ServicePorts {
  private ServicePorts() {}

  /** The service with only that port, if it has it; the whole service if no port is given. */
  public static Optional<Service> only(Service service, OptionalInt port) {
    return port.isPresent()
        ? only(service, ImmutableSet.of(port.getAsInt()))
        : Optional.of(service);
  }

  /** The service with only these ports, if it has any of them. */
  public static Optional<Service> only(Service service, ImmutableSet<Integer> numbers) {
    ImmutableList<ServicePort> ports =
        service.ports().stream()
            .filter(port -> numbers.contains(port.number()))
            .collect(toImmutableList());
    if (ports.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ports.size() == service.ports().size()
            ? service
            : service.toBuilder().ports(ports).build());
  }
}
