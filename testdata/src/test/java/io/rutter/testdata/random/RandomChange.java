// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.random;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.virtualservice.VirtualService;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Random changes of a mesh, one object each: from another mesh, gone, or slightly different. Every
 * kind of object and the settings can change.
 */
public final class RandomChange {
  private final Random random;
  private final MeshSnapshot others;

  /** Changes towards objects of another mesh. */
  public RandomChange(Random random, MeshSnapshot others) {
    this.random = random;
    this.others = others;
  }

  /** The mesh after a change. */
  public MeshSnapshot of(MeshSnapshot mesh) {
    return switch (random.nextInt(22)) {
      case 0, 1, 2 -> service(mesh);
      case 3, 4, 5 -> changedService(mesh);
      case 6, 7 -> endpoints(mesh);
      case 8 -> virtualServiceRules(mesh);
      case 9, 10 ->
          object(
              mesh,
              "VirtualService",
              m -> m.virtualServices(),
              v -> v.metadata(),
              MeshSnapshot::with);
      case 11, 12 ->
          object(
              mesh,
              "DestinationRule",
              m -> m.destinationRules(),
              v -> v.metadata(),
              MeshSnapshot::with);
      case 13 ->
          object(
              mesh, "ServiceEntry", m -> m.serviceEntries(), v -> v.metadata(), MeshSnapshot::with);
      case 14 ->
          object(
              mesh,
              "WorkloadEntry",
              m -> m.workloadEntries(),
              v -> v.metadata(),
              MeshSnapshot::with);
      case 15 -> object(mesh, "Gateway", m -> m.gateways(), v -> v.metadata(), MeshSnapshot::with);
      case 16 -> object(mesh, "Sidecar", m -> m.sidecars(), v -> v.metadata(), MeshSnapshot::with);
      case 17 ->
          object(
              mesh,
              "PeerAuthentication",
              m -> m.peerAuthentications(),
              v -> v.metadata(),
              MeshSnapshot::with);
      case 18 ->
          object(
              mesh,
              "AuthorizationPolicy",
              m -> m.authorizationPolicies(),
              v -> v.metadata(),
              MeshSnapshot::with);
      case 19 ->
          object(
              mesh,
              "RequestAuthentication",
              m -> m.requestAuthentications(),
              v -> v.metadata(),
              MeshSnapshot::with);
      case 20 ->
          object(mesh, "Workload", m -> m.workloads(), v -> v.metadata(), MeshSnapshot::with);
      default -> surroundings(mesh);
    };
  }

  private <T> MeshSnapshot object(
      MeshSnapshot mesh,
      String kind,
      Function<MeshSnapshot, ImmutableList<T>> list,
      Function<T, ObjectMeta> metadata,
      BiFunction<MeshSnapshot, T, MeshSnapshot> with) {
    ImmutableList<T> own = list.apply(mesh);
    ImmutableList<T> its = list.apply(others);
    if (!its.isEmpty() && (own.isEmpty() || random.nextInt(3) > 0)) {
      return with.apply(mesh, any(its));
    }
    return own.isEmpty() ? mesh : mesh.without(ConfigKey.of(kind, metadata.apply(any(own))));
  }

  private MeshSnapshot service(MeshSnapshot mesh) {
    return object(mesh, "Service", m -> m.services(), v -> v.metadata(), MeshSnapshot::with);
  }

  private MeshSnapshot changedService(MeshSnapshot mesh) {
    if (mesh.services().isEmpty()) {
      return service(mesh);
    }
    Service service = any(mesh.services());
    Service other = any(others.services());
    Service.Builder next = service.toBuilder();
    switch (random.nextInt(6)) {
      case 0 -> next.ports(other.ports());
      case 1 -> next.addresses(other.addresses());
      case 2 -> next.selector(other.selector());
      case 3 -> next.resolution(other.resolution());
      case 4 -> next.exportTo(ImmutableSet.of(random.nextBoolean() ? "." : "other"));
      default ->
          next.metadata(
              service.metadata().toBuilder()
                  .creationTimestamp(Instant.ofEpochSecond(random.nextInt(2_000_000_000)))
                  .build());
    }
    return mesh.with(next.build());
  }

  private MeshSnapshot endpoints(MeshSnapshot mesh) {
    if (mesh.endpoints().isEmpty() || random.nextInt(3) == 0) {
      return others.endpoints().isEmpty() ? mesh : mesh.with(any(others.endpoints()));
    }
    ServiceEndpoints group = any(mesh.endpoints());
    return mesh.with(
        group.toBuilder()
            .endpoints(group.endpoints().stream().skip(random.nextInt(2)).toList())
            .build());
  }

  private MeshSnapshot virtualServiceRules(MeshSnapshot mesh) {
    if (mesh.virtualServices().isEmpty() || others.virtualServices().isEmpty()) {
      return mesh;
    }
    VirtualService rules = any(mesh.virtualServices());
    return mesh.with(rules.toBuilder().http(any(others.virtualServices()).http()).build());
  }

  private MeshSnapshot surroundings(MeshSnapshot mesh) {
    return switch (random.nextInt(3)) {
      case 0 -> mesh.toBuilder().meshConfig(others.meshConfig()).build();
      case 1 -> mesh.toBuilder().meshNetworks(others.meshNetworks()).build();
      default -> others.namespaces().isEmpty() ? mesh : mesh.with(any(others.namespaces()));
    };
  }

  private <T> T any(List<T> objects) {
    return objects.get(random.nextInt(objects.size()));
  }
}
