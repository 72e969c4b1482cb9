// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.incremental;

import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.model.registry.Service;
import io.rutter.translator.internal.cluster.OutboundClusterAssembler;
import io.rutter.translator.internal.endpoint.ClusterTarget;
import io.rutter.translator.internal.endpoint.ClusterTargets;
import io.rutter.translator.internal.endpoint.DiscoveryType;
import io.rutter.translator.internal.endpoint.EndpointMetadata;
import io.rutter.translator.internal.endpoint.LoadAssignmentAssembler;
import io.rutter.translator.internal.resolve.ChangedServices;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Outbound clusters and load assignments, by name, with what they were made from. All proxies of
 * one view share them.
 *
 * @param scope what such proxies see
 * @param namespace namespace of the proxies, on which DestinationRules depend
 * @param bySni whether they also forward TLS by its server name
 * @param clusters clusters of everything that the proxies can send traffic to
 * @param loadAssignments the load assignments of EDS clusters
 */
public record UpstreamResources(
    ProxyScope scope,
    String namespace,
    boolean bySni,
    ResourceList<Cluster> clusters,
    ResourceList<ClusterLoadAssignment> loadAssignments) {

  /**
   * Makes the resources that the earlier ones lack.
   *
   * @param scope what such proxies see
   * @param namespace namespace of the proxies
   * @param bySni whether they also forward TLS by its server name
   * @param earlier resources of the same proxies, from this mesh or another
   * @param shared resources of other proxies of the mesh
   */
  static UpstreamResources of(
      ProxyScope scope,
      String namespace,
      boolean bySni,
      Optional<UpstreamResources> earlier,
      SharedTargets shared) {
    Optional<UpstreamResources> known =
        earlier.filter(made -> made.namespace.equals(namespace) && made.bySni == bySni);
    Optional<ChangedServices> changed =
        known.flatMap(made -> ChangedServices.between(made.scope, scope, namespace));
    return changed.isPresent()
        ? known.orElseThrow().after(changed.get(), scope, shared)
        : made(scope, scope.sidecar().services(), namespace, bySni, shared);
  }

  /** The resources for the next scope, in which only these services differ. */
  private UpstreamResources after(
      ChangedServices changed, ProxyScope next, SharedTargets sharedTargets) {
    Set<String> outdated =
        ClusterTargets.of(scope, changed.before(), namespace, bySni).stream()
            .map(ClusterTarget::clusterName)
            .collect(Collectors.toSet());
    UpstreamResources made = made(next, changed.now(), namespace, bySni, sharedTargets);
    return new UpstreamResources(
        next,
        namespace,
        bySni,
        clusters.replacing(outdated, made.clusters),
        loadAssignments.replacing(outdated, made.loadAssignments));
  }

  private static UpstreamResources made(
      ProxyScope scope,
      List<Service> services,
      String namespace,
      boolean bySni,
      SharedTargets shared) {
    EndpointMetadata metadata = new EndpointMetadata();
    List<Resource<Cluster>> clusters = new ArrayList<>();
    List<Resource<ClusterLoadAssignment>> assignments = new ArrayList<>();
    for (ClusterTarget target : ClusterTargets.of(scope, services, namespace, bySni)) {
      SharedTargets.TargetResources made = shared.of(target, missing -> make(missing, metadata));
      made.cluster().ifPresent(clusters::add);
      made.loadAssignment().ifPresent(assignments::add);
    }
    return new UpstreamResources(
        scope,
        namespace,
        bySni,
        ResourceList.of(clusters, Cluster::getName),
        ResourceList.of(assignments, ClusterLoadAssignment::getClusterName));
  }

  private static SharedTargets.TargetResources make(
      ClusterTarget target, EndpointMetadata metadata) {
    return new SharedTargets.TargetResources(
        OutboundClusterAssembler.assemble(target).map(Resource::of),
        target.discovery() == DiscoveryType.EDS
            ? Optional.of(Resource.of(LoadAssignmentAssembler.assemble(target, metadata)))
            : Optional.empty());
  }
}
