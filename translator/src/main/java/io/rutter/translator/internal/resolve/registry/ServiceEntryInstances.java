// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ObjectMeta;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Health;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.serviceentry.ServiceEntry;
import java.util.List;

/**
 * Makes the endpoints of a {@link ServiceEntry}: listed endpoints, selected workloads, or with DNS
 * the host itself. Istio document: Service Entry, {@code endpoints} and {@code workloadSelector}.
 */
final class ServiceEntryInstances {
  private static final String SOCKET = "unix://";

  private ServiceEntryInstances() {}

  /**
   * The instances of all services of an entry, service by service and workload by workload. A
   * service that exists once per address has its endpoints once per address, as in istiod.
   */
  static ImmutableList<ServiceEntryInstance> of(
      ServiceEntry entry, List<Service> services, WorkloadIndex workloads) {
    ImmutableList.Builder<ServiceEntryInstance> instances = ImmutableList.builder();
    ImmutableList<SelectableWorkload> behind = workloads(entry, services, workloads);
    for (Service service : services) {
      if (entry.workloadSelector().isEmpty()
          && entry.endpoints().isEmpty()
          && isDns(service.resolution())) {
        for (ServicePort port : service.ports()) {
          instances.add(new ServiceEntryInstance(service, port, ofHost(entry, service, port)));
        }
      }
      for (SelectableWorkload workload : behind) {
        for (ServicePort port : service.ports()) {
          instances.add(
              new ServiceEntryInstance(
                  service, port, workload.serve(port.name(), endpointPort(workload, port))));
        }
      }
    }
    return instances.build();
  }

  /** The workloads of an entry; listed endpoints are named after the entry and their index. */
  private static ImmutableList<SelectableWorkload> workloads(
      ServiceEntry entry, List<Service> services, WorkloadIndex workloads) {
    String namespace = entry.metadata().namespace();
    ImmutableList.Builder<SelectableWorkload> found = ImmutableList.builder();
    if (entry.workloadSelector().isPresent()) {
      WorkloadSelector selector = entry.workloadSelector().get();
      boolean dns = !services.isEmpty() && isDns(services.get(0).resolution());
      workloads.forServiceEntry(namespace, selector.labels()).stream()
          .filter(workload -> dns || !workload.onlyForDns())
          .forEach(found::add);
    } else {
      for (int i = 0; i < entry.endpoints().size(); i++) {
        ObjectMeta metadata = ObjectMeta.of(namespace, entry.metadata().name() + "-" + i);
        found.add(workloads.listed(entry.endpoints().get(i), metadata));
      }
    }
    return found.build();
  }

  private static Endpoint ofHost(ServiceEntry entry, Service service, ServicePort port) {
    return Endpoint.builder()
        .addresses(service.hostname())
        .port(targetPort(port))
        .servicePortName(port.name())
        .withoutTopologyLabels()
        .health(Health.UNKNOWN)
        .namespace(entry.metadata().namespace())
        .workloadName(entry.metadata().name())
        .build();
  }

  /**
   * The port of an endpoint: 0 for a Unix socket, else the workload's port, else the service's
   * target port.
   */
  private static int endpointPort(SelectableWorkload workload, ServicePort port) {
    ImmutableList<String> addresses = workload.endpoint().addresses();
    if (addresses.size() == 1 && addresses.get(0).startsWith(SOCKET)) {
      return 0;
    }
    int declared = workload.ports().getOrDefault(port.name(), 0);
    return declared > 0 ? declared : targetPort(port);
  }

  private static int targetPort(ServicePort port) {
    return port.targetPort()
        .filter(TargetPort.Fixed.class::isInstance)
        .map(target -> ((TargetPort.Fixed) target).value())
        .orElse(port.number());
  }

  private static boolean isDns(ServiceResolution resolution) {
    return resolution == ServiceResolution.DNS || resolution == ServiceResolution.DNS_ROUND_ROBIN;
  }
}
