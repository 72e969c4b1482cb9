// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.validation;

import com.google.common.collect.ImmutableList;
import io.rutter.model.internal.snapshot.MeshList;
import io.rutter.model.problem.Problem;
import io.rutter.model.registry.Service;
import java.util.function.Function;

/**
 * A list of a mesh whose objects are checked one by one.
 *
 * @param objects the list
 * @param identity what no two objects may share
 * @param rules what is wrong with an object
 */
record SnapshotKind<T>(
    MeshList<T> objects, Function<T, Object> identity, Function<T, ImmutableList<Problem>> rules) {

  /** The services of the platform; what no two of a cluster may share is the host. */
  static final SnapshotKind<Service> SERVICES =
      new SnapshotKind<>(MeshList.SERVICES, ServiceIdentity::of, Validator::validate);

  /** All kinds but {@link #SERVICES} and endpoints, in the order of the lists of a mesh. */
  static final ImmutableList<SnapshotKind<?>> OTHERS =
      ImmutableList.of(
          of(MeshList.WORKLOADS, Validator::validate),
          of(MeshList.NAMESPACES, Validator::validate),
          of(MeshList.VIRTUAL_SERVICES, Validator::validate),
          of(MeshList.DESTINATION_RULES, Validator::validate),
          of(MeshList.SERVICE_ENTRIES, Validator::validate),
          of(MeshList.WORKLOAD_ENTRIES, Validator::validate),
          of(MeshList.GATEWAYS, Validator::validate),
          of(MeshList.SIDECARS, Validator::validate),
          of(MeshList.PEER_AUTHENTICATIONS, Validator::validate),
          of(MeshList.AUTHORIZATION_POLICIES, Validator::validate),
          of(MeshList.REQUEST_AUTHENTICATIONS, Validator::validate),
          of(MeshList.KEY_SETS, Validator::validate),
          of(MeshList.PROXIES, Validator::validate));

  private record ServiceIdentity(String namespace, String hostname, String cluster) {
    static ServiceIdentity of(Service service) {
      return new ServiceIdentity(service.namespace(), service.hostname(), service.clusterId());
    }
  }

  private static <T> SnapshotKind<T> of(
      MeshList<T> objects, Function<T, ImmutableList<Problem>> rules) {
    return new SnapshotKind<>(objects, objects.identity(), rules);
  }
}
