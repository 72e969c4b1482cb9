// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableMap;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import io.rutter.model.ConfigKey;
import io.rutter.model.ObjectMeta;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.mesh.network.MeshNetworks;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.Workload;
import io.rutter.yaml.internal.kubernetes.ClusterNodes.Node;
import io.rutter.yaml.internal.kubernetes.IngressClasses.IngressClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The objects of one Kubernetes cluster, and the registry and configuration that they make. What
 * order they were added in does not matter.
 */
public final class KubernetesRegistry {
  private final List<KubernetesService> services = new ArrayList<>();
  private final List<EndpointSlice> slices = new ArrayList<>();
  private final List<Pod> pods = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<NamespaceInfo> namespaces = new ArrayList<>();
  private final List<Ingress> ingresses = new ArrayList<>();
  private final List<IngressClass> ingressClasses = new ArrayList<>();

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

  /** Adds a Service. */
  public void add(KubernetesService service) {
    services.add(service);
  }

  /** Adds an EndpointSlice. */
  public void add(EndpointSlice slice) {
    slices.add(slice);
  }

  /** Adds a Pod. */
  public void add(Pod pod) {
    pods.add(pod);
  }

  /** Adds a Node. */
  public void add(Node node) {
    nodes.add(node);
  }

  /** Adds a Namespace. */
  public void add(NamespaceInfo namespace) {
    namespaces.add(namespace);
  }

  /** Adds an Ingress. */
  public void add(Ingress ingress) {
    ingresses.add(ingress);
  }

  /** Adds an IngressClass. */
  public void add(IngressClass ingressClass) {
    ingressClasses.add(ingressClass);
  }

  /**
   * Makes the registry.
   *
   * @param made what was made before
   */
  public Result build(MeshConfig mesh, MeshNetworks meshNetworks, MadeObjects made) {
    String trustDomain = made.trustDomain(MeshDefaults.trustDomain(mesh));
    Networks networks = made.networks(Networks.of(mesh, meshNetworks, namespaces));
    ClusterNodes clusterNodes = new ClusterNodes(nodes);
    WorkloadConversion conversion = new WorkloadConversion(trustDomain, networks, clusterNodes);
    ImmutableList<Workload> workloads =
        sorted(pods, Pod::metadata).stream()
            .map(
                pod ->
                    made.workloads()
                        .get(
                            ConfigKey.of("", pod.metadata()),
                            conversion.inputs(pod),
                            () -> conversion.convert(pod)))
            .collect(toImmutableList());
    return new Result(
        services(new ServiceConversion(trustDomain, namespacesByName(), clusterNodes), made),
        endpoints(new EndpointConversion(PodIndex.of(workloads), networks), made),
        workloads,
        namespaces.stream().sorted(comparing(NamespaceInfo::name)).collect(toImmutableList()));
  }

  private ImmutableMap<String, NamespaceInfo> namespacesByName() {
    return namespaces.stream().collect(toImmutableMap(NamespaceInfo::name, each -> each));
  }

  private ImmutableList<Service> services(ServiceConversion conversion, MadeObjects made) {
    return sorted(services, KubernetesService::metadata).stream()
        .map(
            service ->
                made.services()
                    .get(
                        ConfigKey.of("", service.metadata()),
                        conversion.inputs(service),
                        () -> conversion.convert(service)))
        .collect(toImmutableList());
  }

  /**
   * Makes the configuration of the Ingresses.
   *
   * @param refused objects that are there but wrong, so that none of them is said to be missing
   * @param made what was made before
   * @param sink takes what is said of those that are left out
   */
  public IngressConversion.Result convertIngresses(
      MeshConfig mesh, ImmutableSet<ConfigKey> refused, MadeObjects made, ProblemSink sink) {
    IngressClasses classes = new IngressClasses(mesh, ingressClasses, sink);
    IngressConversion.Result result =
        new IngressConversion(mesh, servicesByName(), refused, sink)
            .convert(ingresses.stream().filter(classes::accept).toList());
    return new IngressConversion.Result(
        result.gateways().stream().map(made::gateway).collect(toImmutableList()),
        result.virtualServices().stream().map(made::virtualService).collect(toImmutableList()),
        result.origins());
  }

  /**
   * Checks what the objects say of each other.
   *
   * @param refused objects that are there but wrong, so that none of them is said to be missing
   * @param sink takes what is said of parts of EndpointSlices that give no endpoints
   */
  public void check(ImmutableSet<ConfigKey> refused, ProblemSink sink) {
    ImmutableSet<ConfigKey> podNames =
        pods.stream().map(pod -> ConfigKey.of("Pod", pod.metadata())).collect(toImmutableSet());
    EndpointSliceCheck check = new EndpointSliceCheck(servicesByName(), podNames, refused, sink);
    sorted(slices, EndpointSlice::metadata).forEach(check::check);
  }

  private ImmutableMap<ConfigKey, KubernetesService> servicesByName() {
    return services.stream()
        .collect(
            toImmutableMap(
                service -> ConfigKey.of("Service", service.metadata()), service -> service));
  }

  private ImmutableList<ServiceEndpoints> endpoints(
      EndpointConversion conversion, MadeObjects made) {
    ImmutableMap<ConfigKey, KubernetesService> servicesByName = servicesByName();
    List<EndpointSlice> ours =
        sorted(slices, EndpointSlice::metadata).stream()
            .filter(slice -> slice.reasonOfNoUse().isEmpty())
            .toList();
    ImmutableListMultimap<ConfigKey, EndpointSlice> byService =
        Multimaps.index(ours, EndpointSlice::service);
    return byService.keySet().stream()
        .map(
            name -> {
              ImmutableList<EndpointSlice> of = byService.get(name);
              Optional<KubernetesService> service = Optional.ofNullable(servicesByName.get(name));
              return made.endpoints()
                  .get(
                      name,
                      conversion.inputs(of, service),
                      () -> endpoints(name, conversion.convert(of, service)));
            })
        .filter(group -> !group.endpoints().isEmpty())
        .collect(toImmutableList());
  }

  private static ServiceEndpoints endpoints(ConfigKey service, Collection<Endpoint> endpoints) {
    return ServiceEndpoints.builder()
        .hostname(MeshDefaults.serviceHostname(service.namespace(), service.name()))
        .namespace(service.namespace())
        .endpoints(ImmutableList.copyOf(endpoints))
        .build();
  }

  private static <T> List<T> sorted(List<T> objects, Function<T, ObjectMeta> metadata) {
    Comparator<T> byNamespace = comparing(object -> metadata.apply(object).namespace());
    return objects.stream()
        .sorted(byNamespace.thenComparing(object -> metadata.apply(object).name()))
        .toList();
  }
}
