// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * What the workload at an address serves according to endpoints, for services without a selector.
 *
 * @param external ports of ServiceEntries by the first address of their endpoints
 * @param withoutSelector ports of the platform's services without selector, by address
 */
public record AddressTargets(
    ImmutableListMultimap<String, ServiceTarget> external,
    ImmutableListMultimap<String, ServiceTarget> withoutSelector) {

  static AddressTargets of(
      Collection<ServiceEntryInstance> external,
      List<Service> services,
      Function<Service, List<Endpoint>> platformEndpoints) {
    ImmutableListMultimap.Builder<String, ServiceTarget> ofEntries =
        ImmutableListMultimap.builder();
    for (ServiceEntryInstance instance : external) {
      put(ofEntries, instance.service(), instance.port(), instance.endpoint());
    }
    ImmutableListMultimap.Builder<String, ServiceTarget> ofServices =
        ImmutableListMultimap.builder();
    for (Service service : services) {
      if (dependsOn(service)) {
        for (Endpoint endpoint : platformEndpoints.apply(service)) {
          service.ports().stream()
              .filter(port -> port.name().equals(endpoint.servicePortName()))
              .findFirst()
              .ifPresent(port -> put(ofServices, service, port, endpoint));
        }
      }
    }
    return new AddressTargets(ofEntries.build(), ofServices.build());
  }

  /** Whether the platform's endpoints of a service determine what workloads serve. */
  static boolean dependsOn(Service service) {
    return service.registry() == ServiceRegistry.KUBERNETES && service.selector().isEmpty();
  }

  private static void put(
      ImmutableListMultimap.Builder<String, ServiceTarget> targets,
      Service service,
      ServicePort port,
      Endpoint endpoint) {
    if (!endpoint.addresses().isEmpty()) {
      targets.put(endpoint.addresses().get(0), new ServiceTarget(service, port, endpoint.port()));
    }
  }

  /** The ServiceEntry ports of a namespace that the workload at an address serves. */
  public ImmutableList<ServiceTarget> external(String namespace, String address) {
    return inNamespace(external.get(address), namespace);
  }

  /** The ports of the platform's services without selector that it serves. */
  public ImmutableList<ServiceTarget> withoutSelector(String namespace, String address) {
    return inNamespace(withoutSelector.get(address), namespace);
  }

  private static ImmutableList<ServiceTarget> inNamespace(
      List<ServiceTarget> targets, String namespace) {
    return targets.stream()
        .filter(target -> target.service().namespace().equals(namespace))
        .collect(toImmutableList());
  }
}
