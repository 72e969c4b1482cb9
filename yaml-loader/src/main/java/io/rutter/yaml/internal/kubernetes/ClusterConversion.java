// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.SetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.Workload;
import io.rutter.yaml.internal.kubernetes.MadeNamespace.CheckedServices;
import io.rutter.yaml.internal.kubernetes.MadeObjects.MadeIngresses;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Makes the registry and the configuration of the objects of a cluster, namespace by namespace,
 * because most changes are within one.
 */
public final class ClusterConversion {
  private final KubernetesRegistry cluster;
  private final MeshConfig mesh;
  private final ImmutableSetMultimap<String, ConfigKey> refused;
  private final MadeObjects made;
  private final ServiceConversion services;
  private final EndpointConversion endpoints;
  private final ClusterPods pods;
  private final List<Part> parts = new ArrayList<>();

  /**
   * One namespace.
   *
   * @param made what its objects made before
   * @param workloads what its pods make
   */
  private record Part(
      String namespace,
      NamespaceObjects objects,
      MadeNamespace made,
      ImmutableList<Workload> workloads) {}

  /**
   * What a cluster gives to a mesh.
   *
   * @param services its services
   * @param endpoints the endpoints of these
   * @param workloads its pods
   * @param namespaces its namespaces
   */
  public record Result(
      ImmutableList<Service> services,
      ImmutableList<ServiceEndpoints> endpoints,
      ImmutableList<Workload> workloads,
      ImmutableList<NamespaceInfo> namespaces) {}

  /**
   * Begins with the workloads, which the rest looks at.
   *
   * @param refused Services and Pods that are there but wrong, so that none of them is said to be
   *     missing, by namespace
   * @param made what was made before
   */
  public ClusterConversion(
      KubernetesRegistry cluster,
      MeshConfig mesh,
      MeshNetworks meshNetworks,
      ImmutableSetMultimap<String, ConfigKey> refused,
      MadeObjects made) {
    this.cluster = cluster;
    this.mesh = mesh;
    this.refused = refused;
    this.made = made;
    String trustDomain = made.trustDomain(MeshDefaults.trustDomain(mesh));
    Networks networks = made.networks(Networks.of(mesh, meshNetworks, cluster.namespaces()));
    ClusterNodes nodes = made.nodes(cluster.nodes());
    this.services = new ServiceConversion(trustDomain, namespacesByName(cluster), nodes);
    WorkloadConversion conversion = new WorkloadConversion(trustDomain, networks, nodes);
    ImmutableMap.Builder<String, PodIndex> index = ImmutableMap.builder();
    cluster
        .objects()
        .forEach(
            (namespace, objects) -> {
              MadeNamespace of = made.namespace(namespace);
              of.startSnapshot();
              ImmutableList<Workload> workloads = of.workloads(objects, conversion);
              parts.add(new Part(namespace, objects, of, workloads));
              index.put(namespace, of.pods(workloads));
            });
    this.pods = new ClusterPods(index.buildOrThrow());
    this.endpoints = new EndpointConversion(pods, networks);
  }

  private static ImmutableMap<String, NamespaceInfo> namespacesByName(KubernetesRegistry cluster) {
    return cluster.namespaces().stream().collect(toImmutableMap(NamespaceInfo::name, each -> each));
  }

  /**
   * Checks what the objects say of each other.
   *
   * @param sink takes what is said of parts of EndpointSlices that give no endpoints
   */
  public void check(ProblemSink sink) {
    for (Part part : parts) {
      part.made()
          .checkSlices(part.namespace(), part.objects(), pods, refused)
          .forEach(sink::report);
    }
  }

  /**
   * Makes the configuration of the Ingresses.
   *
   * @param sink takes what is said of those that are left out
   */
  public IngressConversion.Result convertIngresses(ProblemSink sink) {
    MadeIngresses ingresses = made.ingresses(ingressInputs(), this::convertIngresses);
    ingresses.problems().forEach(sink::report);
    return ingresses.result();
  }

  /** All that the configuration of Ingresses is made of; without any they need no services. */
  private ImmutableList<?> ingressInputs() {
    ImmutableList.Builder<Object> inputs = ImmutableList.builder();
    inputs.add(made.meshConfig(mesh)).addAll(cluster.ingressClasses());
    if (!cluster.ingresses().isEmpty()) {
      inputs.addAll(cluster.ingresses()).addAll(refused.values());
      cluster.objects().values().forEach(objects -> inputs.addAll(objects.services()));
    }
    return inputs.build();
  }

  private MadeIngresses convertIngresses() {
    List<Problem> problems = new ArrayList<>();
    IngressClasses classes = new IngressClasses(mesh, cluster.ingressClasses(), problems::add);
    IngressConversion.Result result =
        new IngressConversion(
                mesh, servicesByName(), ImmutableSet.copyOf(refused.values()), problems::add)
            .convert(cluster.ingresses().stream().filter(classes::accept).toList());
    return new MadeIngresses(
        new IngressConversion.Result(
            result.gateways().stream().map(made::gateway).collect(toImmutableList()),
            result.virtualServices().stream().map(made::virtualService).collect(toImmutableList()),
            result.origins()),
        ImmutableList.copyOf(problems));
  }

  private ImmutableMap<ConfigKey, KubernetesService> servicesByName() {
    return NamespaceObjects.byName(
        cluster.objects().values().stream().flatMap(objects -> objects.services().stream()));
  }

  /**
   * Makes the registry, whose parts are sorted by namespace and name. What is in error is left out,
   * and so are endpoints whose host nothing in the namespace has.
   *
   * @param serviceEntryHosts the hosts of the ServiceEntries of each namespace
   * @param rules what is wrong with a service
   * @param sink takes what is wrong
   */
  public Result registry(
      SetMultimap<String, String> serviceEntryHosts,
      Function<Service, ImmutableList<Problem>> rules,
      ProblemSink sink) {
    ImmutableList.Builder<Service> allServices = ImmutableList.builder();
    ImmutableList.Builder<ServiceEndpoints> allEndpoints = ImmutableList.builder();
    ImmutableList.Builder<Workload> allWorkloads = ImmutableList.builder();
    for (Part part : parts) {
      String namespace = part.namespace();
      CheckedServices checked = part.made().services(namespace, part.objects(), services, rules);
      checked.problems().forEach(sink::report);
      allServices.addAll(checked.right());
      allEndpoints.addAll(
          part.made()
              .endpoints(
                  namespace,
                  part.objects(),
                  endpoints,
                  checked.right(),
                  ImmutableSet.copyOf(serviceEntryHosts.get(namespace))));
      allWorkloads.addAll(part.workloads());
    }
    return new Result(
        allServices.build(),
        allEndpoints.build(),
        allWorkloads.build(),
        cluster.namespaces().stream()
            .sorted(comparing(NamespaceInfo::name))
            .collect(toImmutableList()));
  }
}
