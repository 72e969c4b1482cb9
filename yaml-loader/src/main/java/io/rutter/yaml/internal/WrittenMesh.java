// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;
import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Multimaps;
import io.rutter.model.ConfigKey;
import io.rutter.model.InactiveObject;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.validation.Validator;
import io.rutter.model.virtualservice.VirtualService;
import io.rutter.yaml.internal.kubernetes.ClusterConversion;
import io.rutter.yaml.internal.kubernetes.IngressConversion;
import io.rutter.yaml.internal.kubernetes.KubernetesRegistry;
import io.rutter.yaml.internal.kubernetes.MadeObjects;
import java.util.stream.Stream;

/**
 * A mesh as its documents have it, without what is made of the objects of Kubernetes.
 *
 * @param mesh the configuration and the settings
 * @param kubernetes makes the rest
 */
record WrittenMesh(MeshSnapshot mesh, ClusterConversion kubernetes) {
  /** What else may name them says so only if they are not there. */
  private static final ImmutableSet<String> NAMED = ImmutableSet.of("Service", "Pod");

  /**
   * The mesh.
   *
   * @param before what was made for the mesh before
   */
  static WrittenMesh of(MeshSnapshot mesh, KubernetesRegistry kubernetes, MadeObjects before) {
    return new WrittenMesh(
        mesh,
        new ClusterConversion(
            kubernetes,
            mesh.meshConfig(),
            mesh.meshNetworks(),
            before.ofLists(
                "refused", ImmutableList.of(mesh.inactiveObjects()), () -> refused(mesh)),
            before));
  }

  /** Objects that were refused, and said to be wrong: they are not also missing. */
  private static ImmutableSetMultimap<String, ConfigKey> refused(MeshSnapshot mesh) {
    return ImmutableSetMultimap.copyOf(
        Multimaps.index(
            mesh.inactiveObjects().stream()
                .map(InactiveObject::key)
                .filter(key -> NAMED.contains(key.kind()))
                .toList(),
            ConfigKey::namespace));
  }

  /** Reports what does not fit together within the registry. */
  void checkRegistry(ProblemSink sink) {
    kubernetes.check(sink);
  }

  /** What the Ingresses make. */
  IngressConversion.Result convertIngresses(ProblemSink sink) {
    return kubernetes.convertIngresses(sink);
  }

  /** The names of what is written of the kinds that Ingresses make. */
  ImmutableSet<ConfigKey> names(MadeObjects before) {
    return before.ofLists(
        "names", ImmutableList.of(mesh.virtualServices(), mesh.gateways()), this::names);
  }

  private ImmutableSet<ConfigKey> names() {
    return Stream.concat(
            mesh.virtualServices().stream()
                .map(rules -> ConfigKey.of("VirtualService", rules.metadata())),
            mesh.gateways().stream().map(gateway -> ConfigKey.of("Gateway", gateway.metadata())))
        .collect(toImmutableSet());
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
    ClusterConversion.Result registry =
        kubernetes.registry(
            before.ofLists(
                "hosts",
                ImmutableList.of(mesh.serviceEntries()),
                () -> HostsByNamespace.of(ImmutableList.of(), mesh.serviceEntries())),
            service -> validation.check(Validator::validate, service),
            sink);
    return mesh.toBuilder()
        .meshConfig(before.meshConfig(mesh.meshConfig()))
        .meshNetworks(before.meshNetworks(mesh.meshNetworks()))
        .services(registry.services())
        .endpoints(registry.endpoints())
        .workloads(registry.workloads())
        .namespaces(registry.namespaces())
        .virtualServices(
            before.ofLists(
                "virtualServices",
                ImmutableList.of(mesh.virtualServices(), made.virtualServices()),
                () -> virtualServices(made, before)))
        .gateways(
            before.ofLists(
                "gateways",
                ImmutableList.of(mesh.gateways(), made.gateways()),
                () -> gateways(made, before)))
        .build();
  }

  private ImmutableList<VirtualService> virtualServices(
      IngressConversion.Result made, MadeObjects before) {
    return and(
        mesh.virtualServices(),
        made.virtualServices().stream()
            .filter(each -> !each.http().isEmpty())
            .filter(each -> isNew("VirtualService", each.metadata(), before)));
  }

  private ImmutableList<Gateway> gateways(IngressConversion.Result made, MadeObjects before) {
    return and(
        mesh.gateways(),
        made.gateways().stream().filter(each -> isNew("Gateway", each.metadata(), before)));
  }

  private boolean isNew(String kind, ObjectMeta metadata, MadeObjects before) {
    return !names(before).contains(ConfigKey.of(kind, metadata));
  }

  private static <T> ImmutableList<T> and(ImmutableList<T> written, Stream<T> made) {
    return Stream.concat(written.stream(), made).collect(toImmutableList());
  }
}
