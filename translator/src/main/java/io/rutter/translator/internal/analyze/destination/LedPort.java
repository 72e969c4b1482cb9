// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.destination;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.virtualservice.Destination;
import io.rutter.translator.internal.analyze.known.KnownHosts;
import java.util.OptionalInt;

/**
 * A port of a service that a destination leads to. A destination without a port leads to the
 * service's only port, or to the port that the client dialled.
 */
record LedPort(Service service, ServicePort port) {

  /** Where a destination leads, or may lead, depending on the client. */
  static ImmutableList<LedPort> possible(KnownHosts hosts, Destination destination) {
    OptionalInt number = destination.port();
    return hosts.behind(destination.host()).stream()
        .flatMap(
            service ->
                service.ports().stream()
                    .filter(port -> number.isEmpty() || port.number() == number.getAsInt())
                    .map(port -> new LedPort(service, port)))
        .collect(toImmutableList());
  }

  /** Where a destination leads whatever port the client dialled; empty if that port decides. */
  static ImmutableList<LedPort> certain(KnownHosts hosts, Destination destination) {
    ImmutableList<LedPort> possible = possible(hosts, destination);
    boolean named = destination.port().isPresent();
    return named || possible.stream().allMatch(led -> led.service().ports().size() == 1)
        ? possible
        : ImmutableList.of();
  }
}
