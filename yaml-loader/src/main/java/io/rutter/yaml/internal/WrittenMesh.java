// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.SetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.problem.Severity;
import io.rutter.model.registry.Service;
import io.rutter.model.validation.Validator;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.yaml.internal.kubernetes.IngressConversion;
import io.rutter.yaml.internal.kubernetes.KubernetesRegistry;
import io.rutter.yaml.internal.kubernetes.MadeObjects;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A mesh as its documents have it, without what is made of the objects of Kubernetes.
 *
 * @param mesh the configuration and the settings
 * @param kubernetes the objects of Kubernetes
 */
record WrittenMesh(MeshSnapshot mesh, KubernetesRegistry kubernetes) {

  /** Reports what does not fit together within the registry. */
  void checkRegistry(ProblemSink sink) {
    kubernetes.check(refused(), sink);
  }

  /** What the Ingresses make. */
  IngressConversion.Result convertIngresses(MadeObjects before, ProblemSink sink) {
    return kubernetes.convertIngresses(mesh.meshConfig(), refused(), before, sink);
  }

  /** Objects that were refused, and said to be wrong: they are not also missing. */
  private ImmutableSet<ConfigKey> refused() {
    return mesh.inactiveObjects().stream().map(InactiveObject::key).collect(toImmutableSet());
  }

  /**
   * The whole mesh.
   *
   * @param made what the Ingresses make; an object that is written counts before one that is made
   * @param validation what is checked of the registry; what is in error is left out
   * @param before what was made for the mesh before
   * @param sink takes what is wrong with the registry
   */
  MeshSnapshot complete(
      IngressConversion.Result made, Validation validation, MadeObjects before, ProblemSink sink) {
    KubernetesRegistry.Result registry =
        kubernetes.build(mesh.meshConfig(), mesh.meshNetworks(), before);
    List<Service> services =
        registry.services().stream()
            .filter(
                service ->
                    isRight(
                        before.problems(
                            service, each -> validation.check(Validator::validate, each)),
                        sink))
            .toList();
    SetMultimap<String, String> hosts = hostsByNamespace(services);
    return mesh.toBuilder()
        .meshConfig(before.meshConfig(mesh.meshConfig()))
        .meshNetworks(before.meshNetworks(mesh.meshNetworks()))
        .services(services)
        .endpoints(
            registry.endpoints().stream()
                .filter(group -> hosts.containsEntry(group.namespace(), group.hostname()))
                .toList())
        .workloads(registry.workloads())
        .namespaces(registry.namespaces())
        .virtualServices(
            union(
                mesh.virtualServices(),
                made.virtualServices().stream().filter(each -> !each.http().isEmpty()).toList(),
                VirtualService::metadata))
        .gateways(union(mesh.gateways(), made.gateways(), Gateway::metadata))
        .build();
  }

  private static boolean isRight(ImmutableList<Problem> problems, ProblemSink sink) {
    problems.forEach(sink::report);
    return problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /** Endpoints of other hosts belong to no service, which {@link #checkRegistry} reports. */
  private SetMultimap<String, String> hostsByNamespace(List<Service> services) {
    SetMultimap<String, String> hosts = HashMultimap.create();
    services.forEach(service -> hosts.put(service.namespace(), service.hostname()));
    mesh.serviceEntries()
        .forEach(entry -> hosts.putAll(entry.metadata().namespace(), entry.hosts()));
    return hosts;
  }

  private static <T> List<T> union(
      List<T> written, List<T> made, Function<T, ObjectMeta> metadata) {
    Set<ConfigKey> names =
        written.stream()
            .map(object -> ConfigKey.of("", metadata.apply(object)))
            .collect(toImmutableSet());
    return Stream.concat(
            written.stream(),
            made.stream()
                .filter(object -> !names.contains(ConfigKey.of("", metadata.apply(object)))))
        .toList();
  }
}
