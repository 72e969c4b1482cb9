// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.registry.Service;
import io.rutter.model.registry.ServicePort;
import io.rutter.model.security.MutualTlsMode;
import io.rutter.model.validation.ValidatedSnapshot;
import io.rutter.model.validation.Validator;
import io.rutter.translator.internal.analyze.MeshAnalysis;
import io.rutter.translator.internal.authorization.UnknownAuthorizers;
import io.rutter.translator.internal.check.MissingCluster;
import io.rutter.translator.internal.check.MissingClusters;
import io.rutter.translator.internal.incremental.PriorState;
import io.rutter.translator.internal.incremental.SharedResources;
import io.rutter.translator.internal.incremental.UpstreamResources;
import io.rutter.translator.internal.resolve.DemandedMutualTls;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.ProxyScope;
import io.rutter.translator.internal.resolve.ProxyViews;
import java.util.Optional;

/**
 * A mesh, indexed and ready to be translated for any number of proxies. Immutable as far as callers
 * can tell, and safe for use by many threads. Resources that several proxies share are made for the
 * first of them and kept for the others, up to {@link TranslationOptions#maxSharedResources()}; the
 * result does not depend on the order of calls.
 */
public final class CompiledMesh {
  private final MeshSnapshot snapshot;
  private final Optional<ValidatedSnapshot> validated;
  private final MeshIndex index;
  private final ImmutableList<Problem> problems;
  private final SharedResources shared;

  private CompiledMesh(
      MeshSnapshot snapshot,
      Optional<ValidatedSnapshot> validated,
      MeshIndex index,
      ImmutableList<Problem> found) {
    this.snapshot = snapshot;
    this.validated = validated;
    this.index = index;
    this.problems =
        ImmutableList.<Problem>builder()
            .addAll(validated.map(ValidatedSnapshot::problems).orElse(ImmutableList.of()))
            .addAll(found)
            .build();
    this.shared = new SharedResources(ProxyViews.of(index), index.options().maxSharedResources());
  }

  static CompiledMesh of(MeshSnapshot snapshot, TranslationOptions options) {
    return of(
        snapshot,
        options.validate() ? Optional.of(Validator.validate(snapshot)) : Optional.empty(),
        options);
  }

  static CompiledMesh of(ValidatedSnapshot validated, TranslationOptions options) {
    return of(
        validated.given(), options.validate() ? Optional.of(validated) : Optional.empty(), options);
  }

  private static CompiledMesh of(
      MeshSnapshot snapshot, Optional<ValidatedSnapshot> validated, TranslationOptions options) {
    ImmutableList.Builder<Problem> found = ImmutableList.builder();
    MeshIndex index = MeshIndex.of(right(snapshot, validated), options, found::add);
    UnknownAuthorizers.report(index, found::add);
    return new CompiledMesh(snapshot, validated, index, found.build());
  }

  /**
   * The mesh after a change, equal to one compiled anew from that snapshot. Objects that are equal
   * to those of before are not validated again, and indexes are kept whose inputs are equal. A
   * snapshot that is made from {@link #snapshot()} with its {@code with} methods, {@code without}
   * or {@link MeshSnapshot#toBuilder} spares looking for what is equal.
   */
  public CompiledMesh with(MeshSnapshot changed) {
    MeshSnapshot next = changed.reusing(snapshot);
    Optional<ValidatedSnapshot> nextValidated = validated.map(before -> before.with(next));
    ImmutableList.Builder<Problem> found = ImmutableList.builder();
    MeshIndex nextIndex = index.with(right(next, nextValidated), found::add);
    UnknownAuthorizers.report(nextIndex, found::add);
    return new CompiledMesh(next, nextValidated, nextIndex, found.build());
  }

  private static MeshSnapshot right(MeshSnapshot given, Optional<ValidatedSnapshot> validated) {
    return validated.map(ValidatedSnapshot::snapshot).orElse(given);
  }

  /**
   * The snapshot that the mesh was compiled from, including objects that were skipped because of
   * errors.
   */
  public MeshSnapshot snapshot() {
    return snapshot;
  }

  /** The options that it was compiled with. */
  public TranslationOptions options() {
    return index.options();
  }

  /**
   * What is wrong with the mesh whatever the proxy: what {@link Validator#validate(MeshSnapshot)}
   * finds, unless {@link TranslationOptions#validate()} is false, then what indexing it finds.
   * Objects with errors are skipped.
   */
  public ImmutableList<Problem> problems() {
    return problems;
  }

  /**
   * What is wrong with the mesh as a whole, beyond {@link #problems()}: names that lead nowhere,
   * rules that are never used, and what has another effect than it seems. Each finding follows from
   * the lookups that a translation makes, so it is true of every proxy it mentions, whether or not
   * the mesh names that proxy. Findings of one kind are in the order of the input; the set of
   * findings does not depend on that order.
   */
  public ImmutableList<Problem> analyze() {
    return MeshAnalysis.of(index, this::missingClusters);
  }

  private ImmutableSet<MissingCluster> missingClusters(Proxy proxy) {
    XdsResources resources = translate(proxy);
    return MissingClusters.of(
        resources.clusters().stream().map(Cluster::getName).collect(toImmutableSet()),
        resources.listeners(),
        resources.routes());
  }

  /**
   * All services of the mesh: those of the platform, and those that ServiceEntries make; without
   * the objects that were skipped because of errors.
   */
  public ImmutableList<Service> services() {
    return index.services().all();
  }

  /**
   * Which modes of mutual TLS the servers behind a service's port have: those of the
   * PeerAuthentications that select its endpoints, and {@code DISABLE} for endpoints without a
   * sidecar; without endpoints, what workloads with the labels of its selector would have. Never
   * {@code UNSET}. Empty for services outside of the mesh, and where nothing is known of the
   * servers.
   */
  public ImmutableSet<MutualTlsMode> demandedMutualTls(Service service, ServicePort port) {
    return DemandedMutualTls.of(index, service, port);
  }

  /**
   * The resources of one proxy, which need not be one of those that the mesh names. A proxy with an
   * error has none, unless {@link TranslationOptions#validate()} is false.
   */
  public XdsResources translate(Proxy proxy) {
    return translate(proxy, Optional.empty());
  }

  /**
   * The resources of one proxy and how they differ from earlier ones of the same proxy, from this
   * mesh or another. Equal resources are the same objects as before, so that a server can skip
   * them; the result is byte for byte that of {@link #translate(Proxy)}. Resources whose inputs did
   * not change are not made again.
   */
  public XdsUpdate translate(Proxy proxy, XdsResources previous) {
    return XdsUpdate.of(previous, translate(proxy, previous.origin()).reusing(previous));
  }

  private XdsResources translate(Proxy proxy, Optional<PriorState> before) {
    ImmutableList<Problem> ofProxy = problemsOf(proxy, before);
    if (ofProxy.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      return XdsResources.builder(proxy).problems(ofProxy).build();
    }
    ImmutableList.Builder<Problem> found = ImmutableList.<Problem>builder().addAll(ofProxy);
    ProxyScope scope = ProxyScope.of(index, proxy, before.map(PriorState::scope), found::add);
    PriorState.Listeners listeners = PriorState.Listeners.of(scope, before);
    found.addAll(listeners.problems());
    UpstreamResources upstream =
        shared.upstream(scope, before.map(origin -> origin.clusters().upstream()));
    PriorState.Clusters clusters = PriorState.Clusters.of(scope, upstream, before);
    PriorState.Routes routes = PriorState.Routes.of(scope, listeners.routeNames(), shared, before);
    found.addAll(routes.problems());
    return new XdsResources(
        proxy,
        clusters.list(),
        upstream.loadAssignments(),
        listeners.list(),
        routes.list(),
        found.build(),
        Optional.of(new PriorState(ofProxy, scope, listeners, clusters, routes)));
  }

  @SuppressWarnings("ReferenceEquality") // Only saves work: the same proxy has the same problems.
  private ImmutableList<Problem> problemsOf(Proxy proxy, Optional<PriorState> before) {
    if (validated.isEmpty()) {
      return ImmutableList.of();
    }
    return before
        .filter(known -> known.scope().proxy() == proxy)
        .filter(known -> known.scope().mesh().options().validate())
        .map(PriorState::ofProxy)
        .orElseGet(() -> Validator.validate(proxy));
  }
}
