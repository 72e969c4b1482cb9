// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.stream.Stream;

/**
 * Ports of ServiceEntries for which clients have a cluster of another protocol, because a service
 * of the same host and namespace that goes before has the port as well. Which one goes before is
 * for the index to say: the platform's service, else the older one.
 *
 * <p>Nothing is said of services of different namespaces, as clients get that of their own, nor
 * where some client sees only this one.
 */
final class EntryProtocolAnalysis {
  private static final String KIND = "ServiceEntry";

  private final MeshIndex mesh;
  private final ImmutableSet<String> namespaces;

  private EntryProtocolAnalysis(MeshIndex mesh, ImmutableSet<String> namespaces) {
    this.mesh = mesh;
    this.namespaces = namespaces;
  }

  static void run(MeshIndex mesh, ImmutableSet<String> namespaces, ProblemSink problems) {
    EntryProtocolAnalysis analysis = new EntryProtocolAnalysis(mesh, namespaces);
    for (ServiceEntry entry : mesh.snapshot().serviceEntries()) {
      analysis.check(entry, Place.spec(KIND, entry.metadata(), problems));
    }
  }

  private void check(ServiceEntry entry, Place spec) {
    for (String host : entry.hosts()) {
      mesh.services().ofHost(host).stream()
          .filter(service -> key(service).equals(spec.object()))
          .findFirst()
          .ifPresent(own -> check(own, spec.at("ports")));
    }
  }

  private static ConfigKey key(Service service) {
    return ConfigKey.of(service.sourceKind(), service.metadata());
  }

  private void check(Service own, Place ports) {
    ImmutableList<Service> first = firsts(own);
    if (first.isEmpty()) {
      return;
    }
    for (int i = 0; i < own.ports().size(); i++) {
      ServicePort port = own.ports().get(i);
      ImmutableList<ServicePort> counting =
          first.stream().flatMap(service -> inPlaceOf(port, service)).collect(toImmutableList());
      if (counting.size() == first.size()) {
        ports
            .at(i)
            .at("protocol")
            .warn(
                ProblemCode.CONFLICT,
                "protocol: "
                    + port.protocol().displayName()
                    + " of "
                    + own.hostname()
                    + " never counts (expected: "
                    + counting.get(0).protocol().displayName()
                    + ", as in "
                    + key(first.get(0))
                    + ", which goes before it)");
      }
    }
  }

  /** Of the namespaces that see a service, the one of its host that comes first in each. */
  private ImmutableList<Service> firsts(Service own) {
    ImmutableList.Builder<Service> firsts = ImmutableList.builder();
    for (String namespace : namespaces) {
      ImmutableList<Service> seen =
          mesh.services().visibleTo(namespace).stream()
              .filter(service -> service.hostname().equals(own.hostname()))
              .filter(service -> service.namespace().equals(own.namespace()))
              .collect(toImmutableList());
      if (seen.stream().anyMatch(service -> key(service).equals(key(own)))) {
        firsts.add(
            seen.stream()
                .filter(service -> service.registry() == ServiceRegistry.KUBERNETES)
                .findFirst()
                .orElseGet(() -> seen.get(0)));
      }
    }
    ImmutableList<Service> found = firsts.build();
    return found.stream().anyMatch(service -> key(service).equals(key(own)))
        ? ImmutableList.of()
        : found;
  }

  private static Stream<ServicePort> inPlaceOf(ServicePort port, Service service) {
    return service.ports().stream()
        .filter(other -> other.number() == port.number())
        .filter(other -> other.protocol() != port.protocol())
        .filter(other -> !other.protocol().isTls() || !port.protocol().isTls());
  }
}
