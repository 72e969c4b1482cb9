// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import com.google.common.collect.ImmutableList;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.registry.TargetPort;
import java.util.OptionalInt;

/**
 * Endpoints of a platform's service on WorkloadEntries that its selector matches. Istio document:
 * Virtual Machine Architecture, Workload entries selected by services.
 */
public final class ServiceWorkloadEndpoints {
  private ServiceWorkloadEndpoints() {}

  /** The endpoints, port by port; none for services without selector and headless services. */
  static ImmutableList<Endpoint> of(Service service, WorkloadIndex workloads) {
    if (service.registry() != ServiceRegistry.KUBERNETES
        || service.resolution() != ServiceResolution.CLIENT_SIDE_LB
        || service.meshExternal()
        || service.selector().isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList<SelectableWorkload> selected =
        workloads.forService(service.namespace(), service.selector());
    ImmutableList.Builder<Endpoint> endpoints = ImmutableList.builder();
    for (ServicePort port : service.ports()) {
      for (SelectableWorkload workload : selected) {
        endpointPort(port, workload).stream()
            .forEach(number -> endpoints.add(workload.serve(port.name(), number)));
      }
    }
    return endpoints.build();
  }

  /**
   * The port of an endpoint. A named target port must be among the ports of the workload; a numeric
   * one is used unless the workload has a port with the name of the service's port.
   */
  public static OptionalInt endpointPort(ServicePort port, SelectableWorkload workload) {
    TargetPort target = port.targetPort().orElseGet(() -> new TargetPort.Fixed(port.number()));
    if (target instanceof TargetPort.Named named) {
      int declared = workload.ports().getOrDefault(named.value(), 0);
      return declared == 0 ? OptionalInt.empty() : OptionalInt.of(declared);
    }
    int fixed = target instanceof TargetPort.Fixed number ? number.value() : 0;
    int declared = port.name().isEmpty() ? 0 : workload.ports().getOrDefault(port.name(), 0);
    if (declared != 0) {
      return OptionalInt.of(declared);
    }
    return OptionalInt.of(fixed == 0 ? port.number() : fixed);
  }
}
