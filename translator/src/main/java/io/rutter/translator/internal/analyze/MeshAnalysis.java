// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.internal.analyze.authorization.AuthorizationAnalysis;
import io.rutter.translator.internal.analyze.destination.DestinationAnalysis;
import io.rutter.translator.internal.analyze.destination.DoubleTlsAnalysis;
import io.rutter.translator.internal.analyze.destination.MissingClusterAnalysis;
import io.rutter.translator.internal.analyze.destination.PlainTextAnalysis;
import io.rutter.translator.internal.analyze.gateway.CredentialAnalysis;
import io.rutter.translator.internal.analyze.gateway.GatewayOverlapAnalysis;
import io.rutter.translator.internal.analyze.gateway.GatewayReferenceAnalysis;
import io.rutter.translator.internal.analyze.gateway.GatewayServicePortAnalysis;
import io.rutter.translator.internal.analyze.gateway.SharedCredentialAnalysis;
import io.rutter.translator.internal.analyze.known.KnownHosts;
import io.rutter.translator.internal.analyze.known.Namespaces;
import io.rutter.translator.internal.analyze.rule.ClientCredentialAnalysis;
import io.rutter.translator.internal.analyze.rule.DelegateAnalysis;
import io.rutter.translator.internal.analyze.rule.DestinationRuleAnalysis;
import io.rutter.translator.internal.analyze.rule.HostConflictAnalysis;
import io.rutter.translator.internal.analyze.rule.MatchPortAnalysis;
import io.rutter.translator.internal.analyze.rule.MutualTlsAnalysis;
import io.rutter.translator.internal.analyze.rule.OldestCountsAnalysis;
import io.rutter.translator.internal.analyze.rule.OutlierDetectionAnalysis;
import io.rutter.translator.internal.analyze.rule.PolicyPortAnalysis;
import io.rutter.translator.internal.analyze.rule.RewriteAnalysis;
import io.rutter.translator.internal.analyze.rule.RuleClients;
import io.rutter.translator.internal.analyze.rule.SelectorAnalysis;
import io.rutter.translator.internal.analyze.rule.SidecarEgressAnalysis;
import io.rutter.translator.internal.analyze.rule.SubsetAnalysis;
import io.rutter.translator.internal.analyze.rule.WeightAnalysis;
import io.rutter.translator.internal.analyze.service.EntryProtocolAnalysis;
import io.rutter.translator.internal.analyze.service.PortProtocolAnalysis;
import io.rutter.translator.internal.analyze.service.ServiceProtocolAnalysis;
import io.rutter.translator.internal.analyze.service.WorkloadPortAnalysis;
import io.rutter.translator.internal.check.MissingCluster;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.function.Function;

/** All analyses of a mesh, one after the other. */
public final class MeshAnalysis {
  private MeshAnalysis() {}

  /**
   * The findings of all analyses, without repetition.
   *
   * @param missing the clusters that a proxy would be sent to and does not get
   */
  public static ImmutableList<Problem> of(
      MeshIndex mesh, Function<Proxy, ImmutableSet<MissingCluster>> missing) {
    ImmutableSet.Builder<Problem> found = ImmutableSet.builder();
    ImmutableSet<String> namespaces = Namespaces.of(mesh.snapshot());
    KnownHosts hosts = KnownHosts.of(mesh);
    RuleClients clients = RuleClients.of(mesh, namespaces);
    DestinationAnalysis.run(mesh, hosts, namespaces, clients, found::add);
    GatewayReferenceAnalysis.run(mesh, found::add);
    HostConflictAnalysis.run(mesh, namespaces, found::add);
    GatewayOverlapAnalysis.run(mesh, found::add);
    ServiceProtocolAnalysis.run(mesh, found::add);
    WeightAnalysis.run(mesh, found::add);
    DelegateAnalysis.run(mesh, found::add);
    DestinationRuleAnalysis.run(mesh, hosts, clients, found::add);
    SubsetAnalysis.run(mesh, clients, found::add);
    MutualTlsAnalysis.run(mesh, clients, found::add);
    OutlierDetectionAnalysis.run(mesh, clients, found::add);
    SidecarEgressAnalysis.run(mesh, found::add);
    OldestCountsAnalysis.run(mesh, found::add);
    SelectorAnalysis.run(mesh, found::add);
    CredentialAnalysis.run(mesh, found::add);
    ClientCredentialAnalysis.run(mesh, clients, found::add);
    PortProtocolAnalysis.run(mesh, found::add);
    MatchPortAnalysis.run(mesh, found::add);
    PolicyPortAnalysis.run(mesh, clients, found::add);
    MissingClusterAnalysis.run(mesh, namespaces, missing, found.build().asList(), found::add);
    GatewayServicePortAnalysis.run(mesh, found::add);
    SharedCredentialAnalysis.run(mesh, namespaces, found::add);
    EntryProtocolAnalysis.run(mesh, namespaces, found::add);
    DoubleTlsAnalysis.run(mesh, hosts, clients, found::add);
    PlainTextAnalysis.run(mesh, hosts, namespaces, found::add);
    WorkloadPortAnalysis.run(mesh, found::add);
    RewriteAnalysis.run(mesh, found::add);
    AuthorizationAnalysis.run(mesh, found::add);
    return found.build().asList();
  }
}
