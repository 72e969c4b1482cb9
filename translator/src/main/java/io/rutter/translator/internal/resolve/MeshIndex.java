// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.TranslationOptions;

/**
 * All of the mesh that does not depend on a proxy, indexed once: names resolved, visibility worked
 * out, rules of one host merged, delegates expanded.
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
    SidecarIndex sidecars) {

  /** Indexes a snapshot; what is wrong with it goes to {@code problems}. */
  public static MeshIndex of(
      MeshSnapshot snapshot, TranslationOptions options, ProblemSink problems) {
    MeshSettings settings = MeshSettings.of(snapshot.meshConfig());
    ServiceIndex services = ServiceIndex.of(snapshot, settings);
    WorkloadIndex workloads = WorkloadIndex.of(snapshot, settings);
    snapshot.destinationRules().forEach(rule -> UntranslatedPolicies.report(rule, problems));
    EndpointIndex endpoints = EndpointIndex.of(snapshot, settings, services, workloads);
    return new MeshIndex(
        snapshot,
        options,
        settings,
        services,
        workloads,
        endpoints,
        DestinationRuleIndex.of(snapshot, settings, problems),
        PeerAuthenticationIndex.of(snapshot, settings),
        NetworkIndex.of(snapshot, settings, services),
        VirtualServiceIndex.of(snapshot, settings, problems),
        GatewayIndex.of(snapshot, options),
        SidecarIndex.of(snapshot, settings));
  }
}
