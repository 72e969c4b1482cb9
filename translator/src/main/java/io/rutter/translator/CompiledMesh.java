// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.cluster.ClustersAssembler;
import io.rutter.translator.internal.endpoint.LoadAssignmentsAssembler;
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

  /** What is wrong with the mesh whatever the proxy. */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /** The resources of one proxy, which need not be one of those that the mesh names. */
  public XdsResources translate(Proxy proxy) {
    ImmutableList.Builder<Problem> found = ImmutableList.builder();
    ProxyScope scope = ProxyScope.of(index, proxy, found::add);
    AssembledListeners listeners = ListenersAssembler.assemble(scope, found::add);
    return new XdsResources(
        proxy,
        Ordering.clusters(ClustersAssembler.assemble(scope)),
        Ordering.loadAssignments(LoadAssignmentsAssembler.assemble(scope)),
        Ordering.listeners(listeners.listeners()),
        Ordering.routeConfigurations(
            RouteConfigurationsAssembler.assemble(scope, listeners.routeNames(), found::add)),
        found.build());
  }
}
