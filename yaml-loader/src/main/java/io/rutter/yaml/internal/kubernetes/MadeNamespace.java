// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Multimaps;
import io.rutter.model.ConfigKey;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.registry.Endpoint;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.Workload;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the objects of one namespace make. Where none of its objects changed, and nothing else that
 * they look at, all of it is kept without a look at each of them; else each that did not change is.
 */
final class MadeNamespace {
  private static final String ALL = "";

  private final Made<ImmutableList<Workload>> workloads = new Made<>();
  private final Made<Workload> eachWorkload = new Made<>();
  private final Made<PodIndex> pods = new Made<>();
  private final Made<ImmutableList<EndpointSlice.PodRef>> strangers = new Made<>();
  private final Made<ImmutableList<Problem>> sliceProblems = new Made<>();
  private final Made<CheckedServices> services = new Made<>();
  private final Made<Service> eachService = new Made<>();
  private final Made<ImmutableList<Problem>> eachServiceProblems = new Made<>();
  private final Made<ImmutableList<ServiceEndpoints>> endpoints = new Made<>();
  private final Made<ServiceEndpoints> eachEndpoints = new Made<>();
  private final Made<ImmutableSet<String>> otherHosts = new Made<>();
  private final Made<ImmutableList<ServiceEndpoints>> usedEndpoints = new Made<>();

  /**
   * Services that have been checked.
   *
   * @param right those without an error
   * @param problems what is wrong with any
   */
  record CheckedServices(ImmutableList<Service> right, ImmutableList<Problem> problems) {}

  /** Begins with the next snapshot. */
  void startSnapshot() {
    Stream.of(
            workloads,
            pods,
            strangers,
            sliceProblems,
            services,
            endpoints,
            otherHosts,
            usedEndpoints)
        .forEach(Made::startSnapshot);
  }

  /** The workloads of the pods, by name. */
  ImmutableList<Workload> workloads(NamespaceObjects of, WorkloadConversion conversion) {
    return workloads.get(
        ALL,
        inputs(of.pods(), conversion.surroundings()),
        () -> {
          eachWorkload.startSnapshot();
          return NamespaceObjects.sorted(of.pods(), Pod::metadata).stream()
              .map(
                  pod ->
                      eachWorkload.get(
                          pod.metadata().name(),
                          conversion.inputs(pod),
                          () -> conversion.convert(pod)))
              .collect(toImmutableList());
        });
  }

  /** The index of its pods. */
  PodIndex pods(ImmutableList<Workload> of) {
    return pods.get(ALL, of, () -> PodIndex.of(of));
  }

  /** The pods of other namespaces that its slices name: Kubernetes has none, but texts may. */
  private ImmutableList<EndpointSlice.PodRef> strangers(String namespace, List<EndpointSlice> of) {
    return strangers.get(
        ALL,
        ImmutableList.copyOf(of),
        () ->
            of.stream()
                .flatMap(slice -> slice.endpoints().stream())
                .flatMap(member -> member.pod().stream())
                .filter(pod -> !pod.namespace().equals(namespace))
                .collect(toImmutableList()));
  }

  /**
   * What is wrong with its slices.
   *
   * @param pods the pods of all namespaces
   * @param refused objects that are there but wrong, by namespace
   */
  ImmutableList<Problem> checkSlices(
      String namespace,
      NamespaceObjects of,
      ClusterPods pods,
      ImmutableSetMultimap<String, ConfigKey> refused) {
    ImmutableList.Builder<Object> inputs = ImmutableList.builder();
    inputs
        .addAll(of.services())
        .addAll(of.slices())
        .add(pods.of(namespace))
        .addAll(refused.get(namespace));
    for (EndpointSlice.PodRef pod : strangers(namespace, of.slices())) {
      inputs.add(pods.of(pod.namespace())).addAll(refused.get(pod.namespace()));
    }
    return sliceProblems.get(
        ALL,
        inputs.build(),
        () -> {
          List<Problem> problems = new ArrayList<>();
          EndpointSliceCheck check =
              new EndpointSliceCheck(
                  NamespaceObjects.byName(of.services().stream()), pods, refused, problems::add);
          NamespaceObjects.sorted(of.slices(), EndpointSlice::metadata).forEach(check::check);
          return ImmutableList.copyOf(problems);
        });
  }

  /**
   * Its services, by name.
   *
   * @param rules what is wrong with a service
   */
  CheckedServices services(
      String namespace,
      NamespaceObjects of,
      ServiceConversion conversion,
      Function<Service, ImmutableList<Problem>> rules) {
    return services.get(
        ALL,
        inputs(of.services(), conversion.surroundings(namespace)),
        () -> {
          eachService.startSnapshot();
          eachServiceProblems.startSnapshot();
          return checked(
              NamespaceObjects.sorted(of.services(), KubernetesService::metadata).stream()
                  .map(service -> service(service, conversion))
                  .toList(),
              rules);
        });
  }

  private Service service(KubernetesService service, ServiceConversion conversion) {
    return eachService.get(
        service.metadata().name(), conversion.inputs(service), () -> conversion.convert(service));
  }

  private CheckedServices checked(
      List<Service> all, Function<Service, ImmutableList<Problem>> rules) {
    ImmutableList.Builder<Service> right = ImmutableList.builder();
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    for (Service service : all) {
      ImmutableList<Problem> found =
          eachServiceProblems.get(
              service.metadata().name(), ImmutableList.of(service), () -> rules.apply(service));
      problems.addAll(found);
      if (found.stream().noneMatch(problem -> problem.severity() == Severity.ERROR)) {
        right.add(service);
      }
    }
    return new CheckedServices(right.build(), problems.build());
  }

  /**
   * The endpoints of its slices, by the order of these, as far as something in the namespace has
   * their host.
   *
   * @param right services without errors
   * @param serviceEntryHosts the hosts of its ServiceEntries
   */
  ImmutableList<ServiceEndpoints> endpoints(
      String namespace,
      NamespaceObjects of,
      EndpointConversion conversion,
      ImmutableList<Service> right,
      ImmutableSet<String> serviceEntryHosts) {
    ImmutableList<ServiceEndpoints> all = allEndpoints(namespace, of, conversion);
    ImmutableSet<String> others = otherHosts.same(ALL, serviceEntryHosts);
    return usedEndpoints.get(
        ALL,
        ImmutableList.builder().addAll(all).addAll(right).add(others).build(),
        () -> {
          ImmutableSet<String> hosts =
              right.stream().map(Service::hostname).collect(toImmutableSet());
          return all.stream()
              .filter(
                  group -> hosts.contains(group.hostname()) || others.contains(group.hostname()))
              .collect(toImmutableList());
        });
  }

  private ImmutableList<ServiceEndpoints> allEndpoints(
      String namespace, NamespaceObjects of, EndpointConversion conversion) {
    ImmutableList.Builder<Object> inputs = ImmutableList.builder();
    inputs.addAll(conversion.surroundings(namespace)).addAll(of.services()).addAll(of.slices());
    for (EndpointSlice.PodRef pod : strangers(namespace, of.slices())) {
      inputs.addAll(conversion.surroundings(pod.namespace()));
    }
    return endpoints.get(
        ALL,
        inputs.build(),
        () -> {
          eachEndpoints.startSnapshot();
          return convert(of, conversion);
        });
  }

  private ImmutableList<ServiceEndpoints> convert(
      NamespaceObjects of, EndpointConversion conversion) {
    ImmutableMap<ConfigKey, KubernetesService> servicesByName =
        NamespaceObjects.byName(of.services().stream());
    ImmutableListMultimap<ConfigKey, EndpointSlice> byService =
        Multimaps.index(
            NamespaceObjects.sorted(of.slices(), EndpointSlice::metadata).stream()
                .filter(slice -> slice.reasonOfNoUse().isEmpty())
                .toList(),
            EndpointSlice::service);
    return byService.keySet().stream()
        .map(
            name -> {
              ImmutableList<EndpointSlice> slices = byService.get(name);
              Optional<KubernetesService> service = Optional.ofNullable(servicesByName.get(name));
              return eachEndpoints.get(
                  name,
                  conversion.inputs(slices, service),
                  () -> endpoints(name, conversion.convert(slices, service)));
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

  private static ImmutableList<?> inputs(List<?> objects, ImmutableList<?> surroundings) {
    return ImmutableList.builderWithExpectedSize(objects.size() + surroundings.size())
        .addAll(objects)
        .addAll(surroundings)
        .build();
  }
}
