// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import io.rutter.model.Protocol;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.ContainerPort;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.registry.Workload;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.registry.AddressTargets;
import io.rutter.translator.internal.resolve.registry.SelectableWorkload;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.registry.ServiceTarget;
import io.rutter.translator.internal.resolve.registry.ServiceWorkloadEndpoints;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the services that a proxy's workload serves. Istio document: Sidecar, where it says that
 * inbound listeners follow from the services of a workload.
 *
 * <p>The workload is the WorkloadEntry at the proxy's address, else the pod of the proxy's name,
 * else only the proxy's labels are known. A named target port that the workload lacks is left out;
 * without a pod, istiod takes it as port 0, which Envoy rejects.
 */
public final class ServiceTargets {
  private static final Comparator<ServiceTarget> BY_AGE =
      comparing((ServiceTarget target) -> ServiceIndex.created(target.service()))
          .thenComparing(target -> target.service().hostname());

  private ServiceTargets() {}

  /** Whether all that targets depend on besides the proxy is the same in two meshes. */
  static boolean areSame(MeshIndex one, MeshIndex other) {
    return References.same(one.services(), other.services())
        && References.same(one.workloads(), other.workloads())
        && References.same(one.endpoints().targets(), other.endpoints().targets());
  }

  /** The targets of a proxy, oldest service first. */
  public static ImmutableList<ServiceTarget> of(MeshIndex mesh, Proxy proxy) {
    AddressTargets targets = mesh.endpoints().targets();
    Stream<ServiceTarget> external =
        proxy.ipAddresses().stream()
            .flatMap(address -> targets.external(proxy.namespace(), address).stream());
    return Stream.concat(platform(mesh, proxy), external).sorted(BY_AGE).collect(toImmutableList());
  }

  private static Stream<ServiceTarget> platform(MeshIndex mesh, Proxy proxy) {
    if (proxy.ipAddresses().isEmpty()) {
      return Stream.empty();
    }
    Optional<SelectableWorkload> entry = mesh.workloads().entryOf(proxy);
    if (entry.isPresent()) {
      return selecting(mesh, proxy, entry.get().namespace(), entry.get().endpoint().labels())
          .filter(service -> service.resolution() == ServiceResolution.CLIENT_SIDE_LB)
          .flatMap(service -> ofEntry(service, entry.get()));
    }
    Optional<Workload> pod = mesh.workloads().pod(proxy.namespace(), proxy.name());
    if (pod.isEmpty()) {
      return selecting(mesh, proxy, proxy.namespace(), proxy.selectableLabels())
          .flatMap(service -> distinct(service, List.of()));
    }
    List<Service> services =
        selecting(mesh, proxy, proxy.namespace(), pod.get().metadata().labels()).toList();
    return services.isEmpty()
        ? mesh
            .endpoints()
            .targets()
            .withoutSelector(proxy.namespace(), proxy.ipAddresses().get(0))
            .stream()
        : services.stream().flatMap(service -> distinct(service, pod.get().ports()));
  }

  private static Stream<Service> selecting(
      MeshIndex mesh, Proxy proxy, String namespace, Map<String, String> labels) {
    return mesh.services().selecting(namespace, labels).stream()
        .filter(
            service ->
                service.clusterId().isEmpty()
                    || proxy.cluster().isEmpty()
                    || service.clusterId().equals(proxy.cluster()));
  }

  private static Stream<ServiceTarget> ofEntry(Service service, SelectableWorkload entry) {
    return service.ports().stream()
        .filter(port -> port.protocol() != Protocol.UDP)
        .flatMap(
            port ->
                ServiceWorkloadEndpoints.endpointPort(port, entry).stream()
                    .mapToObj(number -> new ServiceTarget(service, port, number)));
  }

  /** The first of several ports of a service with the same target port and protocol. */
  private static Stream<ServiceTarget> distinct(Service service, List<ContainerPort> ports) {
    Set<Map.Entry<Integer, Protocol>> seen = new LinkedHashSet<>();
    return service.ports().stream()
        .flatMap(
            port ->
                targetPort(port, ports).stream()
                    .mapToObj(number -> new ServiceTarget(service, port, number)))
        .filter(target -> seen.add(Map.entry(target.targetPort(), target.port().protocol())));
  }

  private static OptionalInt targetPort(ServicePort port, List<ContainerPort> ports) {
    TargetPort target = port.targetPort().orElseGet(() -> new TargetPort.Fixed(port.number()));
    if (target instanceof TargetPort.Fixed fixed) {
      return OptionalInt.of(fixed.value());
    }
    boolean udp = port.protocol() == Protocol.UDP;
    return ports.stream()
        .filter(declared -> target.equals(new TargetPort.Named(declared.name())))
        .filter(declared -> (declared.protocol() == Protocol.UDP) == udp)
        .mapToInt(ContainerPort::port)
        .findFirst();
  }
}
