// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableList;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemSink;
import io.rutter.model.registry.ServiceEndpoints;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.internal.order.Middle;

/**
 * All of the mesh that does not depend on a proxy, indexed once: names resolved, visibility worked
 * out, rules of one host merged, delegates expanded.
 *
 * @param ruleProblems what is wrong with DestinationRules
 * @param routeProblems what is wrong with VirtualServices
 */
public record MeshIndex(
    MeshSnapshot snapshot,
    TranslationOptions options,
    MeshSettings settings,
    ServiceIndex services,
    WorkloadIndex workloads,
    EndpointIndex endpoints,
    DestinationRuleIndex destinationRules,
    PeerAuthenticationIndex peerAuthentications,
    NetworkIndex networks,
    VirtualServiceIndex virtualServices,
    GatewayIndex gateways,
    SidecarIndex sidecars,
    ImmutableList<Problem> ruleProblems,
    ImmutableList<Problem> routeProblems) {

  /** Indexes a snapshot; what is wrong with it goes to {@code problems}. */
  public static MeshIndex of(
      MeshSnapshot snapshot, TranslationOptions options, ProblemSink problems) {
    MeshSettings settings = MeshSettings.of(snapshot.meshConfig());
    ServiceIndex services = ServiceIndex.of(snapshot, settings);
    WorkloadIndex workloads = WorkloadIndex.of(snapshot, settings);
    ImmutableList.Builder<Problem> ruleProblems = ImmutableList.builder();
    ImmutableList.Builder<Problem> routeProblems = ImmutableList.builder();
    MeshIndex index =
        new MeshIndex(
            snapshot,
            options,
            settings,
            services,
            workloads,
            EndpointIndex.of(snapshot, settings, options, services, workloads),
            rules(snapshot, settings, ruleProblems::add),
            PeerAuthenticationIndex.of(snapshot, settings),
            NetworkIndex.of(snapshot, settings, services),
            VirtualServiceIndex.of(snapshot, settings, routeProblems::add),
            GatewayIndex.of(snapshot, options),
            SidecarIndex.of(snapshot, settings),
            ruleProblems.build(),
            routeProblems.build());
    index.report(problems);
    return index;
  }

  /**
   * The index of another snapshot. What a part is made from decides whether it is made anew: parts
   * whose inputs are equal are kept, so that a snapshot made by {@link MeshSnapshot#toBuilder}
   * costs what its changed lists cost. Other settings of the mesh, networks or namespaces change
   * everything.
   */
  public MeshIndex with(MeshSnapshot next, ProblemSink problems) {
    if (!next.meshConfig().equals(snapshot.meshConfig())
        || !next.meshNetworks().equals(snapshot.meshNetworks())
        || !next.namespaces().equals(snapshot.namespaces())) {
      return of(next, options, problems);
    }
    boolean sameServices =
        next.services().equals(snapshot.services())
            && next.serviceEntries().equals(snapshot.serviceEntries());
    boolean sameWorkloads =
        next.workloads().equals(snapshot.workloads())
            && next.workloadEntries().equals(snapshot.workloadEntries());
    boolean sameRules = next.destinationRules().equals(snapshot.destinationRules());
    boolean sameRoutes = next.virtualServices().equals(snapshot.virtualServices());
    boolean sameScopes = sameServices && sameRoutes && next.sidecars().equals(snapshot.sidecars());
    boolean samePeers = next.peerAuthentications().equals(snapshot.peerAuthentications());

    ServiceIndex nextServices = sameServices ? services : ServiceIndex.of(next, settings);
    WorkloadIndex nextWorkloads = sameWorkloads ? workloads : WorkloadIndex.of(next, settings);
    ImmutableList.Builder<Problem> found = ImmutableList.builder();
    ImmutableList.Builder<Problem> foundInRoutes = ImmutableList.builder();
    MeshIndex index =
        new MeshIndex(
            next,
            options,
            settings,
            nextServices,
            nextWorkloads,
            sameServices && sameWorkloads
                ? endpointsOf(next)
                : EndpointIndex.of(next, settings, options, nextServices, nextWorkloads),
            sameRules ? destinationRules : rules(next, settings, found::add),
            samePeers ? peerAuthentications : PeerAuthenticationIndex.of(next, settings),
            sameServices ? networks : NetworkIndex.of(next, settings, nextServices),
            sameRoutes ? virtualServices : virtualServices.with(next, settings, foundInRoutes::add),
            next.gateways().equals(snapshot.gateways()) ? gateways : GatewayIndex.of(next, options),
            sameScopes ? sidecars : SidecarIndex.of(next, settings),
            sameRules ? ruleProblems : found.build(),
            sameRoutes ? routeProblems : foundInRoutes.build());
    index.report(problems);
    return index;
  }

  /** Of the same services and workloads. */
  private EndpointIndex endpointsOf(MeshSnapshot next) {
    Middle<ServiceEndpoints> changed = Middle.of(snapshot.endpoints(), next.endpoints());
    return changed.isEmpty()
        ? endpoints
        : endpoints.with(changed, next, settings, options, services, workloads);
  }

  private static DestinationRuleIndex rules(
      MeshSnapshot snapshot, MeshSettings settings, ProblemSink problems) {
    snapshot.destinationRules().forEach(rule -> UntranslatedPolicies.report(rule, problems));
    return DestinationRuleIndex.of(snapshot, settings, problems);
  }

  private void report(ProblemSink problems) {
    ruleProblems.forEach(problems::report);
    routeProblems.forEach(problems::report);
  }
}
