// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.validation;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.problem.Problem;
import io.rutter.model.registry.Service;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A list of {@link MeshSnapshot} whose objects are checked one by one.
 *
 * @param list the list
 * @param setter replaces the list
 * @param key the name of an object
 * @param identity what no two objects may share
 * @param rules finds the problems of an object
 */
record SnapshotKind<T>(
    Function<MeshSnapshot, ImmutableList<T>> list,
    BiConsumer<MeshSnapshot.Builder, ImmutableList<T>> setter,
    Function<T, ConfigKey> key,
    Function<T, Object> identity,
    Function<T, ImmutableList<Problem>> rules) {

  /** The services of the platform. */
  static final SnapshotKind<Service> SERVICES =
      new SnapshotKind<>(
          MeshSnapshot::services,
          (mesh, list) -> mesh.services(list),
          service -> ConfigKey.of("Service", service.metadata()),
          ServiceIdentity::of,
          Validator::validate);

  /** All kinds but {@link #SERVICES} and endpoints, in the order of {@link MeshSnapshot}. */
  static final ImmutableList<SnapshotKind<?>> OTHERS =
      ImmutableList.of(
          of(
              "Workload",
              MeshSnapshot::workloads,
              (mesh, list) -> mesh.workloads(list),
              workload -> workload.metadata(),
              Validator::validate),
          new SnapshotKind<>(
              MeshSnapshot::namespaces,
              (mesh, list) -> mesh.namespaces(list),
              namespace -> new ConfigKey("Namespace", "", namespace.name()),
              namespace -> namespace.name(),
              Validator::validate),
          of(
              "VirtualService",
              MeshSnapshot::virtualServices,
              (mesh, list) -> mesh.virtualServices(list),
              object -> object.metadata(),
              Validator::validate),
          of(
              "DestinationRule",
              MeshSnapshot::destinationRules,
              (mesh, list) -> mesh.destinationRules(list),
              object -> object.metadata(),
              Validator::validate),
          of(
              "ServiceEntry",
              MeshSnapshot::serviceEntries,
              (mesh, list) -> mesh.serviceEntries(list),
              object -> object.metadata(),
              Validator::validate),
          of(
              "WorkloadEntry",
              MeshSnapshot::workloadEntries,
              (mesh, list) -> mesh.workloadEntries(list),
              object -> object.metadata(),
              Validator::validate),
          of(
              "Gateway",
              MeshSnapshot::gateways,
              (mesh, list) -> mesh.gateways(list),
              object -> object.metadata(),
              Validator::validate),
          of(
              "Sidecar",
              MeshSnapshot::sidecars,
              (mesh, list) -> mesh.sidecars(list),
              object -> object.metadata(),
              Validator::validate),
          of(
              "PeerAuthentication",
              MeshSnapshot::peerAuthentications,
              (mesh, list) -> mesh.peerAuthentications(list),
              object -> object.metadata(),
              Validator::validate),
          of(
              "Proxy",
              MeshSnapshot::proxies,
              (mesh, list) -> mesh.proxies(list),
              proxy -> ObjectMeta.of(proxy.namespace(), proxy.name()),
              Validator::validate));

  private record ServiceIdentity(String namespace, String hostname, String cluster) {
    static ServiceIdentity of(Service service) {
      return new ServiceIdentity(service.namespace(), service.hostname(), service.clusterId());
    }
  }

  private static <T> SnapshotKind<T> of(
      String kind,
      Function<MeshSnapshot, ImmutableList<T>> list,
      BiConsumer<MeshSnapshot.Builder, ImmutableList<T>> setter,
      Function<T, ObjectMeta> metadata,
      Function<T, ImmutableList<Problem>> rules) {
    Function<T, ConfigKey> key = object -> ConfigKey.of(kind, metadata.apply(object));
    return new SnapshotKind<>(list, setter, key, key::apply, rules);
  }
}
