// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.internal.collect.NamedList;
import io.rutter.model.mesh.MeshDefaults;
import io.rutter.model.problem.Problem;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.yaml.internal.kubernetes.MadeByName.Recipe;
import io.rutter.yaml.internal.kubernetes.SliceIndex.Touched;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the objects of one namespace make. Each snapshot looks only at what the changes since the
 * one before can touch; everything, where something changed that all of it is made of.
 */
final class MadeNamespace {
  private final String namespace;
  private final PodIndex pods = new PodIndex();
  private final SliceIndex slices;
  private final MadeByName<ImmutableList<Problem>> sliceProblems = new MadeByName<>();
  private final NamespaceServices services = new NamespaceServices();
  private final MadeByName<ServiceEndpoints> endpoints = new MadeByName<>();

  private NamespaceObjects objects =
      new NamespaceObjects(NamedList.of(), NamedList.of(), NamedList.of());
  private ImmutableSet<ConfigKey> refused = ImmutableSet.of();
  private ImmutableSet<String> otherHosts = ImmutableSet.of();
  private ImmutableList<?> surroundings = ImmutableList.of();

  /** The names of the Services that the last update changed. */
  private ImmutableSet<String> changedServices = ImmutableSet.of();

  /** What the last update touches. */
  private Touched touched = Touched.NOTHING;

  MadeNamespace(String namespace) {
    this.namespace = namespace;
    this.slices = new SliceIndex(namespace);
  }

  /** Begins with the objects of the next snapshot: makes the workloads of the pods. */
  void update(NamespaceObjects now, WorkloadConversion conversion) {
    pods.update(now.pods(), conversion);
    changedServices = now.services().changesFrom(objects.services());
    touched = slices.update(now.slices(), changedServices, pods);
    objects = now;
  }

  /** Its pods. */
  PodIndex pods() {
    return pods;
  }

  /**
   * What is wrong with its slices.
   *
   * @param allPods the pods of all namespaces
   * @param allRefused objects that are there but wrong, by namespace
   */
  NamedList<ImmutableList<Problem>> checkSlices(
      ClusterPods allPods, ImmutableSetMultimap<String, ConfigKey> allRefused) {
    boolean isSame = refused.equals(allRefused.get(namespace));
    refused = isSame ? refused : allRefused.get(namespace);
    sliceProblems.update(
        isSame ? touched.slices() : and(touched.slices(), slices.names()),
        name ->
            slices
                .named(name)
                .map(
                    slice ->
                        EndpointSliceCheck.of(slice, objects.services(), allPods, allRefused)));
    return sliceProblems.values();
  }

  /**
   * Its services.
   *
   * @param rules what is wrong with a service
   */
  NamespaceServices services(
      ServiceConversion conversion, Function<Service, ImmutableList<Problem>> rules) {
    ImmutableSet<String> changed =
        services.update(namespace, objects.services(), changedServices, conversion, rules);
    if (!changed.isEmpty()) {
      touched = new Touched(touched.slices(), and(touched.services(), changed));
    }
    return services;
  }

  /**
   * The endpoints of its slices by service, as far as something in the namespace has their host.
   * Made after the services.
   *
   * @param serviceEntryHosts the hosts of its ServiceEntries
   */
  ImmutableList<ServiceEndpoints> endpoints(
      EndpointConversion conversion, ImmutableSet<String> serviceEntryHosts) {
    boolean isSame =
        Made.areSame(surroundings, conversion.surroundings())
            && otherHosts.equals(serviceEntryHosts);
    surroundings = conversion.surroundings();
    otherHosts = serviceEntryHosts;
    endpoints.update(
        isSame ? touched.services() : and(touched.services(), slices.services()),
        service -> endpoints(service, conversion));
    return endpoints.values().objects();
  }

  private Optional<Recipe<ServiceEndpoints>> endpoints(String name, EndpointConversion conversion) {
    ImmutableList<EndpointSlice> of = slices.ofService(name);
    if (of.isEmpty()) {
      return Optional.empty();
    }
    Optional<KubernetesService> service = objects.services().get(name);
    String hostname = MeshDefaults.serviceHostname(namespace, name);
    boolean isUsed = services.right().get(name).isPresent() || otherHosts.contains(hostname);
    return Optional.of(
        new Recipe<>(
            ImmutableList.builder().addAll(conversion.inputs(of, service)).add(isUsed).build(),
            () ->
                Optional.of(
                        ServiceEndpoints.builder()
                            .hostname(hostname)
                            .namespace(namespace)
                            .endpoints(ImmutableList.copyOf(conversion.convert(of, service)))
                            .build())
                    .filter(made -> isUsed && !made.endpoints().isEmpty())));
  }

  private static ImmutableSet<String> and(Set<String> some, Iterable<String> others) {
    return ImmutableSet.<String>builder().addAll(some).addAll(others).build();
  }
}
