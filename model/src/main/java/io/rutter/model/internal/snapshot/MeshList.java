// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.snapshot;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.destinationrule.DestinationRule;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.internal.collect.ListDifference;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.NamespaceInfo;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.model.registry.Workload;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.KeySet;
import io.rutter.model.security.PeerAuthentication;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.model.sidecar.Sidecar;
import io.rutter.model.virtualservice.VirtualService;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A list of {@link MeshSnapshot} whose objects have names.
 *
 * @param kind the kind of its objects, as problems name it
 * @param list the list of a mesh
 * @param setter puts another list in its place
 * @param key the name of an object
 * @param identity what tells an object from the others of the list, of which the first counts
 */
public record MeshList<T>(
    String kind,
    Function<MeshSnapshot, ImmutableList<T>> list,
    BiConsumer<MeshSnapshot.Builder, ImmutableList<T>> setter,
    Function<T, ConfigKey> key,
    Function<T, Object> identity) {

  public static final MeshList<Service> SERVICES =
      new MeshList<>(
          "Service",
          MeshSnapshot::services,
          (mesh, list) -> mesh.services(list),
          service -> ConfigKey.of("Service", service.metadata()),
          service ->
              new InCluster(service.namespace(), service.metadata().name(), service.clusterId()));

  public static final MeshList<ServiceEndpoints> ENDPOINTS =
      keyed(
          "ServiceEndpoints",
          MeshSnapshot::endpoints,
          (mesh, list) -> mesh.endpoints(list),
          group -> new ConfigKey("ServiceEndpoints", group.namespace(), group.hostname()));

  public static final MeshList<NamespaceInfo> NAMESPACES =
      keyed(
          "Namespace",
          MeshSnapshot::namespaces,
          (mesh, list) -> mesh.namespaces(list),
          namespace -> new ConfigKey("Namespace", "", namespace.name()));

  public static final MeshList<Proxy> PROXIES =
      keyed(
          "Proxy",
          MeshSnapshot::proxies,
          (mesh, list) -> mesh.proxies(list),
          proxy -> new ConfigKey("Proxy", proxy.namespace(), proxy.name()));

  public static final MeshList<ConfigKey> SECRETS =
      keyed("Secret", MeshSnapshot::secrets, (mesh, list) -> mesh.secrets(list), secret -> secret);

  public static final MeshList<Workload> WORKLOADS =
      named(
          "Workload",
          MeshSnapshot::workloads,
          (mesh, list) -> mesh.workloads(list),
          Workload::metadata);

  public static final MeshList<VirtualService> VIRTUAL_SERVICES =
      named(
          "VirtualService",
          MeshSnapshot::virtualServices,
          (mesh, list) -> mesh.virtualServices(list),
          VirtualService::metadata);

  public static final MeshList<DestinationRule> DESTINATION_RULES =
      named(
          "DestinationRule",
          MeshSnapshot::destinationRules,
          (mesh, list) -> mesh.destinationRules(list),
          DestinationRule::metadata);

  public static final MeshList<ServiceEntry> SERVICE_ENTRIES =
      named(
          "ServiceEntry",
          MeshSnapshot::serviceEntries,
          (mesh, list) -> mesh.serviceEntries(list),
          ServiceEntry::metadata);

  public static final MeshList<WorkloadEntryResource> WORKLOAD_ENTRIES =
      named(
          "WorkloadEntry",
          MeshSnapshot::workloadEntries,
          (mesh, list) -> mesh.workloadEntries(list),
          WorkloadEntryResource::metadata);

  public static final MeshList<Gateway> GATEWAYS =
      named(
          "Gateway",
          MeshSnapshot::gateways,
          (mesh, list) -> mesh.gateways(list),
          Gateway::metadata);

  public static final MeshList<Sidecar> SIDECARS =
      named(
          "Sidecar",
          MeshSnapshot::sidecars,
          (mesh, list) -> mesh.sidecars(list),
          Sidecar::metadata);

  public static final MeshList<PeerAuthentication> PEER_AUTHENTICATIONS =
      named(
          "PeerAuthentication",
          MeshSnapshot::peerAuthentications,
          (mesh, list) -> mesh.peerAuthentications(list),
          PeerAuthentication::metadata);

  public static final MeshList<AuthorizationPolicy> AUTHORIZATION_POLICIES =
      named(
          "AuthorizationPolicy",
          MeshSnapshot::authorizationPolicies,
          (mesh, list) -> mesh.authorizationPolicies(list),
          AuthorizationPolicy::metadata);

  public static final MeshList<RequestAuthentication> REQUEST_AUTHENTICATIONS =
      named(
          "RequestAuthentication",
          MeshSnapshot::requestAuthentications,
          (mesh, list) -> mesh.requestAuthentications(list),
          RequestAuthentication::metadata);

  public static final MeshList<KeySet> KEY_SETS =
      named("KeySet", MeshSnapshot::keySets, (mesh, list) -> mesh.keySets(list), KeySet::metadata);

  public static final ImmutableList<MeshList<?>> ALL =
      ImmutableList.of(
          SERVICES,
          ENDPOINTS,
          WORKLOADS,
          NAMESPACES,
          VIRTUAL_SERVICES,
          DESTINATION_RULES,
          SERVICE_ENTRIES,
          WORKLOAD_ENTRIES,
          GATEWAYS,
          SIDECARS,
          PEER_AUTHENTICATIONS,
          AUTHORIZATION_POLICIES,
          REQUEST_AUTHENTICATIONS,
          KEY_SETS,
          SECRETS,
          PROXIES);

  /** What tells a service from others: each cluster may have one of a name. */
  private record InCluster(String namespace, String name, String cluster) {}

  private static <T> MeshList<T> named(
      String kind,
      Function<MeshSnapshot, ImmutableList<T>> list,
      BiConsumer<MeshSnapshot.Builder, ImmutableList<T>> setter,
      Function<T, ObjectMeta> metadata) {
    return keyed(kind, list, setter, object -> ConfigKey.of(kind, metadata.apply(object)));
  }

  private static <T> MeshList<T> keyed(
      String kind,
      Function<MeshSnapshot, ImmutableList<T>> list,
      BiConsumer<MeshSnapshot.Builder, ImmutableList<T>> setter,
      Function<T, ConfigKey> key) {
    return new MeshList<>(kind, list, setter, key, key::apply);
  }

  /** The mesh with an object in place of those that have its identity. */
  public MeshSnapshot with(MeshSnapshot mesh, T object) {
    Object wanted = identity.apply(object);
    ImmutableList<T> before = list.apply(mesh);
    ImmutableList.Builder<T> after = ImmutableList.builderWithExpectedSize(before.size() + 1);
    boolean placed = false;
    for (T each : before) {
      if (!identity.apply(each).equals(wanted)) {
        after.add(each);
      } else if (!placed) {
        after.add(each.equals(object) ? each : object);
        placed = true;
      }
    }
    return replaced(mesh, placed ? after.build() : after.add(object).build());
  }

  /** The mesh without the objects of a name. */
  public MeshSnapshot without(MeshSnapshot mesh, ConfigKey name) {
    return replaced(
        mesh,
        list.apply(mesh).stream()
            .filter(object -> !key.apply(object).equals(name))
            .collect(toImmutableList()));
  }

  private MeshSnapshot replaced(MeshSnapshot mesh, ImmutableList<T> after) {
    if (after.equals(list.apply(mesh))) {
      return mesh;
    }
    MeshSnapshot.Builder changed = mesh.toBuilder();
    setter.accept(changed, after);
    return changed.build();
  }

  /** Takes the very objects of another mesh for those of a mesh that are equal to them. */
  public void reuse(MeshSnapshot mesh, MeshSnapshot other, MeshSnapshot.Builder reused) {
    ImmutableList<T> now = list.apply(mesh);
    ImmutableList<T> known = list.apply(other);
    setter.accept(reused, now.equals(known) ? known : reusing(now, known));
  }

  /**
   * The list with the objects that are known. Most changes are of one object: only what differs
   * between the very objects at the beginning and at the end is looked up by name.
   */
  private ImmutableList<T> reusing(ImmutableList<T> now, ImmutableList<T> known) {
    ListDifference<T> difference = ListDifference.of(known, now);
    Map<Object, T> byIdentity = new HashMap<>();
    difference.before().forEach(object -> byIdentity.putIfAbsent(identity.apply(object), object));
    int end = difference.start() + difference.after().size();
    ImmutableList.Builder<T> reused = ImmutableList.builderWithExpectedSize(now.size());
    reused.addAll(now.subList(0, difference.start()));
    for (T object : difference.after()) {
      T same = byIdentity.getOrDefault(identity.apply(object), object);
      reused.add(same.equals(object) ? same : object);
    }
    return reused.addAll(now.subList(end, now.size())).build();
  }
}
