// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import io.rutter.model.ConfigKey;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.Workload;
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
  private final ImmutableMap<String, NamespaceObjects> objects;
  private final MeshConfig mesh;
  private final ImmutableSetMultimap<String, ConfigKey> refused;
  private final MadeObjects made;
  private final ServiceConversion services;
  private final EndpointConversion endpoints;
  private final ClusterPods pods;
  private final ImmutableMap<String, MadeNamespace> namespaces;

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
    this.objects = cluster.objects();
    this.mesh = mesh;
    this.refused = refused;
    this.made = made;
    String trustDomain = made.trustDomain(MeshDefaults.trustDomain(mesh));
    Networks networks = made.networks(Networks.of(mesh, meshNetworks, cluster.namespaces()));
    ClusterNodes nodes = made.nodes(cluster.nodes());
    this.services =
        new ServiceConversion(trustDomain, made.namespacesByName(cluster.namespaces()), nodes);
    WorkloadConversion conversion = new WorkloadConversion(trustDomain, networks, nodes);
    ImmutableMap.Builder<String, MadeNamespace> all = ImmutableMap.builder();
    objects.forEach(
        (name, of) -> {
          MadeNamespace namespace = made.namespace(name);
          namespace.update(of, conversion);
          all.put(name, namespace);
        });
    this.namespaces = all.buildOrThrow();
    this.pods = new ClusterPods(Maps.transformValues(namespaces, MadeNamespace::pods));
    this.endpoints = new EndpointConversion(pods, networks);
  }

  /**
   * Checks what the objects say of each other.
   *
   * @param sink takes what is said of parts of EndpointSlices that give no endpoints
   */
  public void check(ProblemSink sink) {
    for (MadeNamespace namespace : namespaces.values()) {
      report(namespace.checkSlices(pods, refused), sink);
    }
  }

  private static void report(NamedList<ImmutableList<Problem>> problems, ProblemSink sink) {
    problems.objects().forEach(each -> each.forEach(sink::report));
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
    inputs.add(made.meshConfig(mesh), cluster.ingressClasses());
    if (!cluster.ingresses().isEmpty()) {
      inputs.add(cluster.ingresses(), refused);
      objects.values().forEach(of -> inputs.add(of.services()));
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
    return objects.values().stream()
        .flatMap(of -> of.services().objects().stream())
        .collect(
            toImmutableMap(
                service -> ConfigKey.of("Service", service.metadata()), service -> service));
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
      ImmutableSetMultimap<String, String> serviceEntryHosts,
      Function<Service, ImmutableList<Problem>> rules,
      ProblemSink sink) {
    List<ImmutableList<Service>> allServices = new ArrayList<>();
    List<ImmutableList<ServiceEndpoints>> allEndpoints = new ArrayList<>();
    List<ImmutableList<Workload>> allWorkloads = new ArrayList<>();
    namespaces.forEach(
        (name, namespace) -> {
          NamespaceServices checked = namespace.services(services, rules);
          report(checked.problems(), sink);
          allServices.add(checked.right().objects());
          allEndpoints.add(namespace.endpoints(endpoints, serviceEntryHosts.get(name)));
          allWorkloads.add(namespace.pods().all());
        });
    return new Result(
        made.joined("services", allServices),
        made.joined("endpoints", allEndpoints),
        made.joined("workloads", allWorkloads),
        made.namespacesByName(cluster.namespaces()).values().asList());
  }
}
