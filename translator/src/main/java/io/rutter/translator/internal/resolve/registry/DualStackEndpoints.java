// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Endpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Endpoints of a service in a dual-stack mesh, where an endpoint has all of its addresses. Istio
 * document: Install Istio in Dual-Stack mode.
 */
final class DualStackEndpoints {
  private record Place(String address, String servicePortName) {}

  private DualStackEndpoints() {}

  /** Drops endpoints whose address is an additional address of another endpoint. */
  static ImmutableList<Endpoint> unite(List<Endpoint> endpoints) {
    Set<Place> further = new HashSet<>();
    for (Endpoint endpoint : endpoints) {
      endpoint.addresses().stream()
          .skip(1)
          .forEach(address -> further.add(new Place(address, endpoint.servicePortName())));
    }
    return endpoints.stream()
        .filter(endpoint -> !further.contains(place(endpoint)))
        .collect(toImmutableList());
  }

  private static Place place(Endpoint endpoint) {
    String address = endpoint.addresses().isEmpty() ? "" : endpoint.addresses().get(0);
    return new Place(address, endpoint.servicePortName());
  }
}
