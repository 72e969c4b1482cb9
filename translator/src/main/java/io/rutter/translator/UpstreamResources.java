// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.common.collect.ImmutableList;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.rutter.translator.internal.cluster.OutboundClusterAssembler;
import io.rutter.translator.internal.endpoint.DiscoveryType;
import io.rutter.translator.internal.endpoint.EndpointMetadataTranslator;
import io.rutter.translator.internal.endpoint.LoadAssignmentAssembler;
import io.rutter.translator.internal.endpoint.OutboundTarget;
import io.rutter.translator.internal.endpoint.OutboundTargets;
import io.rutter.translator.internal.endpoint.UnchangedTargets;
import io.rutter.translator.internal.resolve.ProxyScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Outbound clusters and load assignments, by name, with what they were made from. All proxies of
 * one view have the same.
 *
 * @param scope what such proxies see
 * @param namespace of the proxies, which decides about DestinationRules
 * @param bySni whether they also forward TLS by its server name
 * @param targets what they can send traffic to
 * @param clusters the clusters of these
 * @param loadAssignments the load assignments of those that ask for theirs
 */
record UpstreamResources(
    ProxyScope scope,
    String namespace,
    boolean bySni,
    ImmutableList<OutboundTarget> targets,
    ResourceList<Cluster> clusters,
    ResourceList<ClusterLoadAssignment> loadAssignments) {

  /**
   * Makes what the earlier ones do not have.
   *
   * @param scope what such proxies see
   * @param namespace of the proxies
   * @param bySni whether they also forward TLS by its server name
   * @param earlier of the same proxies, from this mesh or another
   * @param shared what other proxies of the mesh have
   */
  static UpstreamResources of(
      ProxyScope scope,
      String namespace,
      boolean bySni,
      Optional<UpstreamResources> earlier,
      SharedTargets shared) {
    if (earlier.isPresent() && earlier.get().isSame(scope, namespace, bySni)) {
      return new UpstreamResources(
          scope,
          namespace,
          bySni,
          earlier.get().targets,
          earlier.get().clusters,
          earlier.get().loadAssignments);
    }
    ImmutableList<OutboundTarget> targets = OutboundTargets.of(scope, namespace, bySni);
    UnchangedTargets unchanged =
        earlier
            .map(known -> UnchangedTargets.since(known.scope, known.targets, scope))
            .orElse(UnchangedTargets.NONE);
    Map<String, Resource<Cluster>> clustersBefore =
        unchanged.isEmpty() ? Map.of() : earlier.orElseThrow().clusters.byName(Cluster::getName);
    Map<String, Resource<ClusterLoadAssignment>> assignmentsBefore =
        unchanged.isEmpty()
            ? Map.of()
            : earlier.orElseThrow().loadAssignments.byName(ClusterLoadAssignment::getClusterName);
    EndpointMetadataTranslator metadata = new EndpointMetadataTranslator();
    List<Resource<Cluster>> clusters = new ArrayList<>();
    List<Resource<ClusterLoadAssignment>> assignments = new ArrayList<>();
    for (OutboundTarget target : targets) {
      boolean same = unchanged.contains(target);
      Resource<Cluster> cluster = same ? clustersBefore.get(target.clusterName()) : null;
      Resource<ClusterLoadAssignment> assignment =
          same ? assignmentsBefore.get(target.clusterName()) : null;
      boolean wantsAssignment = target.discovery() == DiscoveryType.EDS;
      if (cluster == null || (wantsAssignment && assignment == null)) {
        SharedTargets.Made made = shared.of(target, missing -> make(missing, metadata));
        made.cluster().ifPresent(clusters::add);
        made.loadAssignment().ifPresent(assignments::add);
      } else {
        clusters.add(cluster);
        if (wantsAssignment && assignment != null) {
          assignments.add(assignment);
        }
      }
    }
    return new UpstreamResources(
        scope,
        namespace,
        bySni,
        targets,
        ResourceList.of(clusters).sorted(Cluster::getName),
        ResourceList.of(assignments).sorted(ClusterLoadAssignment::getClusterName));
  }

  private boolean isSame(ProxyScope next, String nextNamespace, boolean nextBySni) {
    return namespace.equals(nextNamespace) && bySni == nextBySni && scope.hasSameUpstream(next);
  }

  private static SharedTargets.Made make(
      OutboundTarget target, EndpointMetadataTranslator metadata) {
    return new SharedTargets.Made(
        OutboundClusterAssembler.assemble(target).map(Resource::of),
        target.discovery() == DiscoveryType.EDS
            ? Optional.of(Resource.of(LoadAssignmentAssembler.assemble(target, metadata)))
            : Optional.empty());
  }
}
