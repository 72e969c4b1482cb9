// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.analyze.MeshAnalysis;
import io.rutter.translator.internal.cluster.ClustersAssembler;
import io.rutter.translator.internal.endpoint.LoadAssignmentsAssembler;
import io.rutter.translator.internal.endpoint.UnchangedTargets;
import io.rutter.translator.internal.listener.AssembledListeners;
import io.rutter.translator.internal.listener.ListenersAssembler;
import io.rutter.translator.internal.order.Ordering;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.route.RouteConfigurationsAssembler;

/** A mesh, indexed and ready to be translated for any number of proxies. Immutable. */
public final class CompiledMesh {
  private final MeshIndex index;
  private final ImmutableList<Problem> problems;

  private CompiledMesh(MeshIndex index, ImmutableList<Problem> problems) {
    this.index = index;
    this.problems = problems;
  }

  static CompiledMesh of(MeshSnapshot snapshot, TranslationOptions options) {
    ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    MeshIndex index = MeshIndex.of(snapshot, options, problems::add);
    return new CompiledMesh(index, problems.build());
  }

  /**
   * The mesh after a change, equal to one compiled anew from that snapshot. Indexes are kept whose
   * inputs are equal; make the snapshot with {@link MeshSnapshot#toBuilder} and set only the lists
   * that changed.
   */
  public CompiledMesh with(MeshSnapshot snapshot) {
    ImmutableList.Builder<Problem> found = ImmutableList.builder();
    MeshIndex next = index.with(snapshot, found::add);
    return new CompiledMesh(next, found.build());
  }

  /** What the mesh was compiled from. */
  public MeshSnapshot snapshot() {
    return index.snapshot();
  }

  /** What is wrong with the mesh whatever the proxy. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /**
   * What is wrong with the mesh as a whole, beyond {@link #problems()}: names that lead nowhere,
   * rules that are never used, and what has another effect than it seems. Each finding follows from
   * the lookups that a translation makes, so that it is true of every proxy that it speaks of,
   * whether the mesh names that proxy or not.
   */
  public ImmutableList<Problem> analyze() {
    return MeshAnalysis.of(index);
  }

  /** The resources of one proxy, which need not be one of those that the mesh names. */
  public XdsResources translate(Proxy proxy) {
    return translate(proxy, KnownResources.NONE);
  }

  /**
   * The resources of one proxy and how they differ from earlier ones of the same proxy, from this
   * mesh or another. Equal resources are the very objects of before, so that a server can skip
   * them; all is byte for byte what {@link #translate(Proxy)} gives. Clusters and load assignments
   * whose inputs did not change are not made again.
   */
  public XdsUpdate translate(Proxy proxy, XdsResources previous) {
    XdsResources resources = translate(proxy, KnownResources.of(previous));
    return XdsUpdate.of(previous, resources.reusing(previous));
  }

  private XdsResources translate(Proxy proxy, KnownResources known) {
    ImmutableList.Builder<Problem> found = ImmutableList.builder();
    ProxyScope scope = ProxyScope.of(index, proxy, found::add);
    Origin origin = Origin.of(scope);
    UnchangedTargets unchanged = known.unchanged(scope);
    AssembledListeners listeners = ListenersAssembler.assemble(scope, found::add);
    return new XdsResources(
        proxy,
        Ordering.clusters(
            ClustersAssembler.assemble(
                scope, origin.targets(), target -> known.cluster(target, unchanged))),
        Ordering.loadAssignments(
            LoadAssignmentsAssembler.assemble(
                origin.targets(), target -> known.loadAssignment(target, unchanged))),
        Ordering.listeners(listeners.listeners()),
        Ordering.routeConfigurations(
            RouteConfigurationsAssembler.assemble(scope, listeners.routeNames(), found::add)),
        found.build(),
        origin);
  }
}
