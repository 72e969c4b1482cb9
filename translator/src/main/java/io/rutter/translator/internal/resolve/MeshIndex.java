// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.problem.ProblemSink;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.internal.order.LastComparison;
import io.rutter.translator.internal.order.References;
import io.rutter.translator.internal.resolve.gateway.GatewayIndex;
import io.rutter.translator.internal.resolve.registry.EndpointIndex;
import io.rutter.translator.internal.resolve.registry.NetworkIndex;
import io.rutter.translator.internal.resolve.registry.ServiceIndex;
import io.rutter.translator.internal.resolve.registry.WorkloadIndex;
import io.rutter.translator.internal.resolve.rule.AuthorizationPolicyIndex;
import io.rutter.translator.internal.resolve.rule.DestinationRuleIndex;
import io.rutter.translator.internal.resolve.rule.PeerAuthenticationIndex;
import io.rutter.translator.internal.resolve.rule.RequestAuthenticationIndex;
import io.rutter.translator.internal.resolve.rule.VirtualServiceIndex;
import io.rutter.translator.internal.resolve.settings.MeshSettings;
import io.rutter.translator.internal.resolve.sidecar.ServiceImports;
import io.rutter.translator.internal.resolve.sidecar.SidecarIndex;
import java.util.Optional;

/**
 * All of the mesh that does not depend on a proxy, indexed once: names resolved, visibility worked
 * out, rules of one host merged, delegates expanded.
 *
 * <p>Each index declares its inputs, and is kept for as long as they are equal ({@link
 * IndexedPart}). A mesh that differs from an earlier one is indexed by the same code as a new one,
 * so that the two cannot diverge.
 */
public final class MeshIndex {
  private final MeshSnapshot snapshot;
  private final TranslationOptions options;
  private final IndexedPart<MeshConfig, MeshSettings> settings;
  private final IndexedPart<ServiceIndex.Inputs, ServiceIndex> services;
  private final IndexedPart<ServiceIndex, ServiceImports> imports;
  private final IndexedPart<WorkloadIndex.Inputs, WorkloadIndex> workloads;
  private final IndexedPart<EndpointIndex.Inputs, EndpointIndex> endpoints;
  private final IndexedPart<DestinationRuleIndex.Inputs, DestinationRuleIndex> destinationRules;
  private final IndexedPart<PeerAuthenticationIndex.Inputs, PeerAuthenticationIndex>
      peerAuthentications;
  private final IndexedPart<AuthorizationPolicyIndex.Inputs, AuthorizationPolicyIndex>
      authorizationPolicies;
  private final IndexedPart<RequestAuthenticationIndex.Inputs, RequestAuthenticationIndex>
      requestAuthentications;
  private final IndexedPart<NetworkIndex.Inputs, NetworkIndex> networks;
  private final IndexedPart<ProviderServices.Inputs, ProviderServices> providers;
  private final IndexedPart<VirtualServiceIndex.Inputs, VirtualServiceIndex> virtualServices;
  private final IndexedPart<GatewayIndex.Inputs, GatewayIndex> gateways;
  private final IndexedPart<SidecarIndex.Inputs, SidecarIndex> sidecars;

  private final LastComparison<MeshIndex, MeshDifference> comparison = new LastComparison<>();

  private MeshIndex(MeshSnapshot next, TranslationOptions options, Optional<MeshIndex> before) {
    this.snapshot = next;
    this.options = options;
    this.settings =
        IndexedPart.of(before.map(was -> was.settings), next.meshConfig(), MeshSettings::of);
    this.services =
        IndexedPart.of(
            before.map(was -> was.services),
            ServiceIndex.Inputs.of(next, settings()),
            ServiceIndex::of,
            ServiceIndex::after);
    this.imports = IndexedPart.of(before.map(was -> was.imports), services(), ServiceImports::new);
    this.workloads =
        IndexedPart.of(
            before.map(was -> was.workloads),
            WorkloadIndex.Inputs.of(next, settings()),
            WorkloadIndex::of);
    this.endpoints =
        IndexedPart.of(
            before.map(was -> was.endpoints),
            EndpointIndex.Inputs.of(next, settings(), options, services(), workloads()),
            EndpointIndex::of,
            EndpointIndex::after);
    this.destinationRules =
        IndexedPart.of(
            before.map(was -> was.destinationRules),
            DestinationRuleIndex.Inputs.of(next, settings()),
            DestinationRuleIndex::of);
    this.peerAuthentications =
        IndexedPart.of(
            before.map(was -> was.peerAuthentications),
            PeerAuthenticationIndex.Inputs.of(next, settings()),
            PeerAuthenticationIndex::of);
    this.authorizationPolicies = authorizationPolicies(before);
    this.requestAuthentications = requestAuthentications(before);
    this.networks =
        IndexedPart.of(
            before.map(was -> was.networks),
            NetworkIndex.Inputs.of(next, settings(), services()),
            NetworkIndex::of,
            NetworkIndex::after);
    this.providers = providers(before);
    this.virtualServices =
        IndexedPart.of(
            before.map(was -> was.virtualServices),
            VirtualServiceIndex.Inputs.of(next, settings()),
            VirtualServiceIndex::of,
            VirtualServiceIndex::after);
    this.gateways =
        IndexedPart.of(
            before.map(was -> was.gateways),
            new GatewayIndex.Inputs(options, next.gateways()),
            GatewayIndex::of);
    this.sidecars =
        IndexedPart.of(
            before.map(was -> was.sidecars),
            new SidecarIndex.Inputs(
                settings(), services(), imports.value(), virtualServices(), next.sidecars()),
            SidecarIndex::of);
  }

  private IndexedPart<ProviderServices.Inputs, ProviderServices> providers(
      Optional<MeshIndex> before) {
    return IndexedPart.of(
        before.map(was -> was.providers),
        new ProviderServices.Inputs(settings(), services()),
        ProviderServices::of,
        ProviderServices::after);
  }

  private IndexedPart<AuthorizationPolicyIndex.Inputs, AuthorizationPolicyIndex>
      authorizationPolicies(Optional<MeshIndex> before) {
    return IndexedPart.of(
        before.map(was -> was.authorizationPolicies),
        AuthorizationPolicyIndex.Inputs.of(snapshot, settings()),
        AuthorizationPolicyIndex::of);
  }

  private IndexedPart<RequestAuthenticationIndex.Inputs, RequestAuthenticationIndex>
      requestAuthentications(Optional<MeshIndex> before) {
    return IndexedPart.of(
        before.map(was -> was.requestAuthentications),
        RequestAuthenticationIndex.Inputs.of(snapshot, settings(), options.jwksFetching()),
        RequestAuthenticationIndex::of);
  }

  /** Indexes a snapshot and reports its problems. */
  public static MeshIndex of(
      MeshSnapshot snapshot, TranslationOptions options, ProblemSink problems) {
    return new MeshIndex(snapshot, options, Optional.empty()).reporting(problems);
  }

  /**
   * The index of another snapshot. Only changed lists cost time if the snapshot is made by {@link
   * MeshSnapshot#toBuilder}.
   */
  public MeshIndex with(MeshSnapshot next, ProblemSink problems) {
    return new MeshIndex(next, options, Optional.of(this)).reporting(problems);
  }

  private MeshIndex reporting(ProblemSink problems) {
    destinationRules().problems().forEach(problems::report);
    virtualServices().problems().forEach(problems::report);
    providers().report(settings(), problems);
    requestAuthentications().report(services(), problems);
    return this;
  }

  private ImmutableMap<MeshPart, Object> parts() {
    return ImmutableMap.<MeshPart, Object>builder()
        .put(MeshPart.SETTINGS, settings())
        .put(MeshPart.SERVICES, services())
        .put(MeshPart.ALIASES, services().aliases())
        .put(MeshPart.IMPORTS, imports.value())
        .put(MeshPart.WORKLOADS, workloads())
        .put(MeshPart.ENDPOINTS, endpoints())
        .put(MeshPart.DESTINATION_RULES, destinationRules())
        .put(MeshPart.PEER_AUTHENTICATIONS, peerAuthentications())
        .put(MeshPart.AUTHORIZATION_POLICIES, authorizationPolicies())
        .put(MeshPart.REQUEST_AUTHENTICATIONS, requestAuthentications())
        .put(MeshPart.NETWORKS, networks())
        .put(MeshPart.PROVIDERS, providers())
        .put(MeshPart.VIRTUAL_SERVICES, virtualServices())
        .put(MeshPart.GATEWAYS, gateways())
        .put(MeshPart.SIDECARS, sidecars())
        .buildOrThrow();
  }

  /** How this mesh differs from an earlier one. */
  MeshDifference since(MeshIndex earlier) {
    return comparison.with(earlier, this::compared);
  }

  private MeshDifference compared(MeshIndex earlier) {
    ImmutableMap<MeshPart, Object> now = parts();
    ImmutableMap<MeshPart, Object> before = earlier.parts();
    return new MeshDifference(
        options.equals(earlier.options)
            ? Sets.immutableEnumSet(
                Sets.filter(
                    now.keySet(), part -> !References.same(now.get(part), before.get(part))))
            : Sets.immutableEnumSet(now.keySet()),
        endpoints().differing(earlier.endpoints()),
        destinationRules().differing(earlier.destinationRules()));
  }

  /** The snapshot that was indexed. */
  public MeshSnapshot snapshot() {
    return snapshot;
  }

  /** The options of the translation. */
  public TranslationOptions options() {
    return options;
  }

  /** The settings of the mesh, defaults filled in. */
  public MeshSettings settings() {
    return settings.value();
  }

  /** The services, including those of ServiceEntries. */
  public ServiceIndex services() {
    return services.value();
  }

  /** Pods and WorkloadEntries. */
  public WorkloadIndex workloads() {
    return workloads.value();
  }

  /** The endpoints of every service. */
  public EndpointIndex endpoints() {
    return endpoints.value();
  }

  /** The DestinationRules, merged by host. */
  public DestinationRuleIndex destinationRules() {
    return destinationRules.value();
  }

  /** The PeerAuthentications. */
  public PeerAuthenticationIndex peerAuthentications() {
    return peerAuthentications.value();
  }

  /** The AuthorizationPolicies. */
  public AuthorizationPolicyIndex authorizationPolicies() {
    return authorizationPolicies.value();
  }

  /** The RequestAuthentications. */
  public RequestAuthenticationIndex requestAuthentications() {
    return requestAuthentications.value();
  }

  /** The networks and the gateways into them. */
  public NetworkIndex networks() {
    return networks.value();
  }

  /** The services of extension providers. */
  public ProviderServices providers() {
    return providers.value();
  }

  /** The VirtualServices, delegates expanded. */
  public VirtualServiceIndex virtualServices() {
    return virtualServices.value();
  }

  /** The Gateways. */
  public GatewayIndex gateways() {
    return gateways.value();
  }

  /** The Sidecars, and what proxies see under them. */
  public SidecarIndex sidecars() {
    return sidecars.value();
  }
}
