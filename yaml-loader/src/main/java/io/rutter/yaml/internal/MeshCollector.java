// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.SetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshNetworks;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Service;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.yaml.internal.kubernetes.IngressObjects;
import io.rutter.yaml.internal.kubernetes.KubernetesRegistry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The objects read so far. */
final class MeshCollector {
  private final List<VirtualService> virtualServices = new ArrayList<>();
  private final List<DestinationRule> destinationRules = new ArrayList<>();
  private final List<ServiceEntry> serviceEntries = new ArrayList<>();
  private final List<WorkloadEntryResource> workloadEntries = new ArrayList<>();
  private final List<Gateway> gateways = new ArrayList<>();
  private final List<Sidecar> sidecars = new ArrayList<>();
  private final List<PeerAuthentication> peerAuthentications = new ArrayList<>();
  private final Set<ConfigKey> secrets = new LinkedHashSet<>();
  private final List<InactiveObject> inactiveObjects = new ArrayList<>();
  private final List<Proxy> proxies = new ArrayList<>();
  private final KubernetesRegistry kubernetes = new KubernetesRegistry();
  private MeshConfig meshConfig = MeshConfig.builder().build();
  private MeshNetworks meshNetworks = MeshNetworks.builder().build();

  /** Adds an object of one of the kinds that {@link ObjectReaders} reads. */
  void add(Object object) {
    if (object instanceof VirtualService value) {
      virtualServices.add(value);
    } else if (object instanceof DestinationRule value) {
      destinationRules.add(value);
    } else if (object instanceof ServiceEntry value) {
      serviceEntries.add(value);
    } else if (object instanceof WorkloadEntryResource value) {
      workloadEntries.add(value);
    } else if (object instanceof Gateway value) {
      gateways.add(value);
    } else if (object instanceof Sidecar value) {
      sidecars.add(value);
    } else if (object instanceof PeerAuthentication value) {
      peerAuthentications.add(value);
    } else if (object instanceof Proxy value) {
      proxies.add(value);
    } else if (object instanceof MeshConfig value) {
      meshConfig = value;
    } else if (object instanceof MeshNetworks value) {
      meshNetworks = value;
    } else {
      kubernetes.add(object);
    }
  }

  /** Adds the name of a Secret. */
  void addSecret(ConfigKey name) {
    secrets.add(name);
  }

  /** Adds an object that takes no part. */
  void addInactive(InactiveObject object) {
    inactiveObjects.add(object);
  }

  /** What the Ingresses among these objects make. */
  IngressObjects convertIngresses(ProblemSink sink) {
    return kubernetes.convertIngresses(meshConfig, sink);
  }

  /** Reports what does not fit together within the registry. */
  void checkRegistry(ProblemSink sink) {
    kubernetes.check(sink);
  }

  /** Endpoints of other hosts belong to nobody, which is told where they are read. */
  private SetMultimap<String, String> hostsByNamespace(List<Service> services) {
    SetMultimap<String, String> hosts = HashMultimap.create();
    services.forEach(service -> hosts.put(service.namespace(), service.hostname()));
    serviceEntries.forEach(entry -> hosts.putAll(entry.metadata().namespace(), entry.hosts()));
    return hosts;
  }

  /**
   * The mesh of these objects.
   *
   * @param made what the Ingresses make; an object that was added counts before one that was made
   * @param validation what is checked of the registry; what is in error is left out
   * @param sink takes what is wrong with the registry
   */
  MeshSnapshot snapshot(IngressObjects made, Validation validation, ProblemSink sink) {
    KubernetesRegistry.Result registry = kubernetes.build(meshConfig, meshNetworks);
    List<Service> services =
        registry.services().stream().filter(each -> isRight(each, validation, sink)).toList();
    SetMultimap<String, String> hosts = hostsByNamespace(services);
    return MeshSnapshot.builder()
        .meshConfig(meshConfig)
        .meshNetworks(meshNetworks)
        .services(services)
        .endpoints(
            registry.endpoints().stream()
                .filter(group -> hosts.containsEntry(group.namespace(), group.hostname()))
                .toList())
        .workloads(registry.workloads())
        .namespaces(registry.namespaces())
        .virtualServices(
            union(
                virtualServices,
                made.virtualServices().stream().filter(each -> !each.http().isEmpty()).toList(),
                VirtualService::metadata))
        .destinationRules(destinationRules)
        .serviceEntries(serviceEntries)
        .workloadEntries(workloadEntries)
        .gateways(union(gateways, made.gateways(), Gateway::metadata))
        .sidecars(sidecars)
        .peerAuthentications(peerAuthentications)
        .secrets(ImmutableList.copyOf(secrets))
        .inactiveObjects(inactiveObjects)
        .proxies(proxies)
        .build();
  }

  private static boolean isRight(Object object, Validation validation, ProblemSink sink) {
    ImmutableList<Problem> problems = validation.check(object);
    problems.forEach(sink::report);
    return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
  }

  private static <T> List<T> union(List<T> added, List<T> made, Function<T, ObjectMeta> metadata) {
    Set<ConfigKey> names =
        added.stream()
            .map(object -> ConfigKey.of("", metadata.apply(object)))
            .collect(toImmutableSet());
    return Stream.concat(
            added.stream(),
            made.stream()
                .filter(object -> !names.contains(ConfigKey.of("", metadata.apply(object)))))
        .toList();
  }
}
