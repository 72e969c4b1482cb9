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
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.Workload;
import io.rutter.yaml.internal.kubernetes.ClusterNodes.Node;
import io.rutter.yaml.internal.kubernetes.IngressClasses.IngressClass;
import java.util.ArrayList;
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

  /** Makes the registry. */
  public Result build(MeshConfig mesh, MeshNetworks meshNetworks) {
    String trustDomain = MeshDefaults.trustDomain(mesh);
    Networks networks = Networks.of(mesh, meshNetworks, namespaces);
    ClusterNodes clusterNodes = new ClusterNodes(nodes);
    WorkloadConversion workloads = new WorkloadConversion(trustDomain, networks, clusterNodes);
    ImmutableList<Workload> converted =
        sorted(pods, Pod::metadata).stream().map(workloads::convert).collect(toImmutableList());
    ServiceConversion conversion =
        new ServiceConversion(
            trustDomain,
            namespaces.stream()
                .collect(toImmutableMap(NamespaceInfo::name, NamespaceInfo::annotations)),
            clusterNodes);
    return new Result(
        sorted(services, KubernetesService::metadata).stream()
            .map(conversion::convert)
            .collect(toImmutableList()),
        endpoints(new EndpointConversion(PodIndex.of(converted), networks)),
        converted,
        namespaces.stream().sorted(comparing(NamespaceInfo::name)).collect(toImmutableList()));
  }

  /**
   * Makes the configuration of the Ingresses.
   *
   * @param refused objects that are there but wrong, so that none of them is said to be missing
   * @param sink takes what is said of those that are left out
   */
  public IngressConversion.Result convertIngresses(
      MeshConfig mesh, ImmutableSet<ConfigKey> refused, ProblemSink sink) {
    IngressClasses classes = new IngressClasses(mesh, ingressClasses, sink);
    return new IngressConversion(mesh, servicesByName(), refused, sink)
        .convert(ingresses.stream().filter(classes::accept).toList());
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

  private ImmutableList<ServiceEndpoints> endpoints(EndpointConversion conversion) {
    ImmutableMap<ConfigKey, KubernetesService> servicesByName = servicesByName();
    List<EndpointSlice> ours =
        sorted(slices, EndpointSlice::metadata).stream()
            .filter(slice -> slice.reasonOfNoUse().isEmpty())
            .toList();
    ImmutableListMultimap<ConfigKey, EndpointSlice> byService =
        Multimaps.index(ours, EndpointSlice::service);
    return byService.asMap().entrySet().stream()
        .map(
            entry ->
                ServiceEndpoints.builder()
                    .hostname(
                        MeshDefaults.serviceHostname(
                            entry.getKey().namespace(), entry.getKey().name()))
                    .namespace(entry.getKey().namespace())
                    .endpoints(
                        ImmutableList.copyOf(
                            conversion.convert(
                                entry.getValue(),
                                Optional.ofNullable(servicesByName.get(entry.getKey())))))
                    .build())
        .filter(group -> !group.endpoints().isEmpty())
        .collect(toImmutableList());
  }

  private static <T> List<T> sorted(List<T> objects, Function<T, ObjectMeta> metadata) {
    Comparator<T> byNamespace = comparing(object -> metadata.apply(object).namespace());
    return objects.stream()
        .sorted(byNamespace.thenComparing(object -> metadata.apply(object).name()))
        .toList();
  }
}
