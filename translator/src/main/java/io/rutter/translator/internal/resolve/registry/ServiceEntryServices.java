// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.Protocol;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.registry.ServiceRegistry;
import io.rutter.model.registry.ServiceResolution;
import io.rutter.model.registry.TargetPort;
import io.rutter.model.registry.TrafficDistribution;
import io.rutter.model.serviceentry.Location;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryPort;
import java.util.Optional;

/**
 * Makes the services of a {@link ServiceEntry}: one for each host and address. Istio document:
 * Service Entry.
 */
final class ServiceEntryServices {
  private static final String TRAFFIC_DISTRIBUTION = "networking.istio.io/traffic-distribution";

  private ServiceEntryServices() {}

  /**
   * The services, hosts and addresses in declared order.
   *
   * @param namespaceAnnotations annotations of the entry's namespace, as defaults for the entry
   */
  static ImmutableList<Service> of(
      ServiceEntry entry, ImmutableMap<String, String> namespaceAnnotations) {
    Service common = common(entry, namespaceAnnotations);
    ImmutableList<ImmutableList<String>> addresses = ServiceEntryAddresses.perService(entry);
    return entry.hosts().stream()
        .distinct()
        .flatMap(
            host ->
                addresses.stream()
                    .map(
                        own ->
                            common.toBuilder()
                                .hostname(host)
                                .addresses(own)
                                .autoAllocatedAddresses(
                                    ServiceEntryAddresses.allocated(entry, host))
                                .build()))
        .collect(toImmutableList());
  }

  private static Service common(
      ServiceEntry entry, ImmutableMap<String, String> namespaceAnnotations) {
    Service.Builder service =
        Service.builder()
            .metadata(entry.metadata())
            .registry(ServiceRegistry.EXTERNAL)
            .ports(entry.ports().stream().map(ServiceEntryServices::port).toList())
            .resolution(resolution(entry.resolution()))
            .meshExternal(entry.location() == Location.MESH_EXTERNAL)
            .selector(
                entry.workloadSelector().map(WorkloadSelector::labels).orElse(ImmutableMap.of()))
            .subjectAltNames(entry.subjectAltNames());
    if (!entry.exportTo().isEmpty()) {
      service.exportTo(exportTo(entry));
    }
    trafficDistribution(entry.metadata().annotations())
        .or(() -> trafficDistribution(namespaceAnnotations))
        .filter(distribution -> distribution != TrafficDistribution.ANY)
        .ifPresent(service::trafficDistribution);
    return service.build();
  }

  /** The port of a service; its protocol is the declared one, whatever the port's name. */
  private static ServicePort port(ServiceEntryPort port) {
    ServicePort.Builder result =
        ServicePort.builder()
            .number(port.number().orElse(0))
            .name(port.name())
            .protocol(port.protocol().orElse(Protocol.UNSUPPORTED));
    port.targetPort().stream()
        .filter(target -> target > 0)
        .forEach(target -> result.targetPort(new TargetPort.Fixed(target)));
    return result.build();
  }

  private static ServiceResolution resolution(Resolution resolution) {
    return switch (resolution) {
      case NONE -> ServiceResolution.PASSTHROUGH;
      case STATIC -> ServiceResolution.CLIENT_SIDE_LB;
      case DNS -> ServiceResolution.DNS;
      case DNS_ROUND_ROBIN -> ServiceResolution.DNS_ROUND_ROBIN;
      case DYNAMIC_DNS -> ServiceResolution.DYNAMIC_DNS;
    };
  }

  private static ImmutableSet<String> exportTo(ServiceEntry entry) {
    return entry.exportTo().stream()
        .map(target -> target.equals(".") ? entry.metadata().namespace() : target)
        .collect(toImmutableSet());
  }

  /** Empty without the annotation; an unknown value means no preference. */
  private static Optional<TrafficDistribution> trafficDistribution(
      ImmutableMap<String, String> annotations) {
    String value = annotations.getOrDefault(TRAFFIC_DISTRIBUTION, "");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (Ascii.toLowerCase(value)) {
          case "preferclose", "prefersamezone" -> TrafficDistribution.PREFER_SAME_ZONE;
          case "prefersamenode" -> TrafficDistribution.PREFER_SAME_NODE;
          default -> TrafficDistribution.ANY;
        });
  }
}
