// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.origin;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.Workload;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where endpoints are written: in the registry, in a ServiceEntry, as a WorkloadEntry or as a pod.
 */
final class WrittenEndpoints {
  private final Map<ConfigKey, Map<Endpoint, Integer>> registry = new HashMap<>();
  private final ImmutableListMultimap<String, ServiceEntry> entriesByHost;
  private final ImmutableListMultimap<String, ConfigPart> workloadsByAddress;
  private final ImmutableListMultimap<String, ConfigPart> gatewaysByAddress;

  WrittenEndpoints(MeshSnapshot mesh) {
    for (ServiceEndpoints ofService : mesh.endpoints()) {
      Map<Endpoint, Integer> positions =
          registry.computeIfAbsent(
              key(ofService.namespace(), ofService.hostname()), key -> new HashMap<>());
      for (int i = 0; i < ofService.endpoints().size(); i++) {
        positions.putIfAbsent(ofService.endpoints().get(i), i);
      }
    }
    ImmutableListMultimap.Builder<String, ServiceEntry> entries = ImmutableListMultimap.builder();
    for (ServiceEntry entry : mesh.serviceEntries()) {
      ImmutableSet.copyOf(entry.hosts()).forEach(host -> entries.put(host, entry));
    }
    this.entriesByHost = entries.build();
    ImmutableListMultimap.Builder<String, ConfigPart> workloads = ImmutableListMultimap.builder();
    for (WorkloadEntryResource entry : mesh.workloadEntries()) {
      workloads.put(
          entry.spec().address().orElse(""),
          new ConfigPart(ConfigKey.of("WorkloadEntry", entry.metadata()), "spec"));
    }
    for (Workload pod : mesh.workloads()) {
      ConfigPart part = new ConfigPart(ConfigKey.of("Workload", pod.metadata()), "");
      pod.addresses().forEach(address -> workloads.put(address, part));
    }
    this.workloadsByAddress = workloads.build();
    ImmutableListMultimap.Builder<String, ConfigPart> gateways = ImmutableListMultimap.builder();
    for (Service service : mesh.services()) {
      ConfigPart part = new ConfigPart(ConfigKey.of(service.sourceKind(), service.metadata()), "");
      service.externalAddresses().forEach(address -> gateways.put(address, part));
    }
    this.gatewaysByAddress = gateways.build();
  }

  private static ConfigKey key(String namespace, String hostname) {
    return new ConfigKey("ServiceEndpoints", namespace, hostname);
  }

  /** What an endpoint of a service is written as. */
  ImmutableList<ConfigPart> of(Service service, Endpoint endpoint) {
    ConfigKey key = key(service.namespace(), service.hostname());
    Integer position = registry.getOrDefault(key, Map.of()).get(endpoint);
    if (position != null) {
      return ImmutableList.of(new ConfigPart(key, "endpoints[" + position + "]"));
    }
    for (ServiceEntry entry : entriesByHost.get(service.hostname())) {
      if (entry.metadata().namespace().equals(service.namespace())) {
        Optional<ConfigPart> listed = listed(entry, endpoint);
        if (listed.isPresent()) {
          return ImmutableList.of(listed.get());
        }
      }
    }
    return endpoint.addresses().stream()
        .map(workloadsByAddress::get)
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(found -> ofNamespace(found, service.namespace()))
        .orElse(ImmutableList.of());
  }

  private static ImmutableList<ConfigPart> ofNamespace(
      ImmutableList<ConfigPart> found, String namespace) {
    return found.stream()
        .filter(part -> part.object().namespace().equals(namespace))
        .findFirst()
        .map(ImmutableList::of)
        .orElse(found);
  }

  /** An endpoint that the entry lists, which is named after it and its position, or its host. */
  private static Optional<ConfigPart> listed(ServiceEntry entry, Endpoint endpoint) {
    ConfigKey key = ConfigKey.of("ServiceEntry", entry.metadata());
    for (int i = 0; i < entry.endpoints().size(); i++) {
      if (endpoint.workloadName().equals(entry.metadata().name() + "-" + i)) {
        return Optional.of(new ConfigPart(key, "spec.endpoints[" + i + "]"));
      }
    }
    int host =
        endpoint.addresses().isEmpty() ? -1 : entry.hosts().indexOf(endpoint.addresses().get(0));
    return host >= 0 && endpoint.workloadName().equals(entry.metadata().name())
        ? Optional.of(new ConfigPart(key, "spec.hosts[" + host + "]"))
        : Optional.empty();
  }

  /** The service of a gateway to another network; absent if only the networks name it. */
  Optional<ConfigPart> gateway(String address) {
    return gatewaysByAddress.get(address).stream().findFirst();
  }
}
