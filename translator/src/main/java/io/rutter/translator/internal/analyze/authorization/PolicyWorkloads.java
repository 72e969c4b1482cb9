// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.WorkloadSelector;
import io.rutter.model.gateway.Gateway;
import io.rutter.model.proxy.Proxy;
import io.rutter.model.proxy.ProxyType;
import io.rutter.model.serviceentry.WorkloadEntryResource;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.analyze.known.KnownProxies;
import io.rutter.translator.internal.resolve.MeshIndex;
import io.rutter.translator.internal.resolve.rule.PolicyAttachment;
import io.rutter.translator.internal.resolve.settings.LabelSelectors;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The proxies of the mesh, and the pods that have none in it, by what applies to them. */
final class PolicyWorkloads {
  private final MeshSnapshot snapshot;
  private final String rootNamespace;
  private final InactiveObjects inactive;
  private final Supplier<ImmutableList<KnownWorkload>> all;
  private final Supplier<ImmutableListMultimap<String, KnownWorkload>> byNamespace;

  /** What was found; a policy may have thousands of rules, which all ask. */
  private final Map<PolicyAttachment, ImmutableList<KnownWorkload>> selected = new HashMap<>();

  private PolicyWorkloads(MeshIndex mesh) {
    this.snapshot = mesh.snapshot();
    this.rootNamespace = mesh.settings().rootNamespace();
    this.inactive = InactiveObjects.of(snapshot);
    this.all = Suppliers.memoize(() -> known(mesh))::get;
    this.byNamespace =
        Suppliers.memoize(() -> Multimaps.index(all(), workload -> workload.proxy().namespace()))
            ::get;
  }

  private static ImmutableList<KnownWorkload> known(MeshIndex mesh) {
    ImmutableList<Gateway> gateways = mesh.gateways().all();
    ImmutableSet<Proxy> proxies = ImmutableSet.copyOf(mesh.snapshot().proxies());
    return Stream.concat(
            KnownProxies.of(mesh.snapshot(), ProxyType.SIDECAR).stream()
                .map(
                    proxy ->
                        new KnownWorkload(
                            mesh,
                            proxy,
                            proxies.contains(proxy) || !mayBeGateway(proxy, gateways))),
            proxies.stream()
                .filter(proxy -> proxy.type() == ProxyType.GATEWAY)
                .map(proxy -> new KnownWorkload(mesh, proxy, true)))
        .collect(toImmutableList());
  }

  static PolicyWorkloads of(MeshIndex mesh) {
    return new PolicyWorkloads(mesh);
  }

  private static boolean mayBeGateway(Proxy pod, ImmutableList<Gateway> gateways) {
    Map<String, String> labels = pod.selectableLabels();
    return gateways.stream()
        .anyMatch(gateway -> LabelSelectors.selects(gateway.selector(), labels));
  }

  ImmutableList<KnownWorkload> all() {
    return all.get();
  }

  /** Those that a policy applies to. */
  ImmutableList<KnownWorkload> of(PolicyAttachment policy) {
    return selected.computeIfAbsent(policy, this::find);
  }

  private ImmutableList<KnownWorkload> find(PolicyAttachment policy) {
    ImmutableList<KnownWorkload> candidates =
        isOfRoot(policy) ? all() : byNamespace.get().get(policy.metadata().namespace());
    return candidates.stream()
        .filter(workload -> policy.appliesTo(workload.proxy()))
        .collect(toImmutableList());
  }

  /** Whether a policy applies to one of them. */
  boolean applies(PolicyAttachment policy, KnownWorkload workload) {
    return isOfScope(workload.proxy().namespace(), policy) && policy.appliesTo(workload.proxy());
  }

  /**
   * Whether what holds for all of {@link #of} holds for all workloads of the policy: at least one
   * is known, of each it is known what it is, and no WorkloadEntry or object that is not translated
   * may be another one.
   */
  boolean isComplete(PolicyAttachment policy) {
    ImmutableList<KnownWorkload> known = of(policy);
    Map<String, String> labels = labels(policy);
    return !known.isEmpty()
        && known.stream().allMatch(KnownWorkload::isCertain)
        && snapshot.workloadEntries().stream().noneMatch(entry -> mayBe(entry, policy, labels))
        && !inactive.mayHaveLabels(namespace -> isOfScope(namespace, policy), labels);
  }

  private boolean mayBe(
      WorkloadEntryResource entry, PolicyAttachment policy, Map<String, String> labels) {
    return isOfScope(entry.metadata().namespace(), policy) && isSelected(entry, labels);
  }

  private static boolean isSelected(WorkloadEntryResource entry, Map<String, String> labels) {
    return LabelSelectors.selects(labels, entry.metadata().labels())
        || LabelSelectors.selects(labels, entry.spec().labels());
  }

  /**
   * Whether there may be a workload with these labels that is not known, or of which it is not
   * known what it is.
   */
  boolean mayHaveOthers(Map<String, String> labels) {
    return all().stream()
            .filter(workload -> !workload.isCertain())
            .anyMatch(
                workload -> LabelSelectors.selects(labels, workload.proxy().selectableLabels()))
        || snapshot.workloadEntries().stream().anyMatch(entry -> isSelected(entry, labels))
        || inactive.mayHaveLabels(namespace -> true, labels);
  }

  /** Whether a policy may apply to workloads of a namespace. */
  boolean isOfScope(String namespace, PolicyAttachment policy) {
    String own = policy.metadata().namespace();
    return own.equals(rootNamespace) || own.equals(namespace);
  }

  static Map<String, String> labels(PolicyAttachment policy) {
    return policy.selector().<Map<String, String>>map(WorkloadSelector::labels).orElse(Map.of());
  }

  /** Whether one policy applies to all workloads that the other applies to. */
  boolean coversAll(PolicyAttachment one, PolicyAttachment other) {
    String namespace = one.metadata().namespace();
    return !one.hasTargets()
        && !other.hasTargets()
        && (namespace.equals(rootNamespace) || namespace.equals(other.metadata().namespace()))
        && LabelSelectors.selects(labels(one), labels(other));
  }

  /** Whether there may be a workload that both policies apply to. */
  boolean mayShareWorkloads(PolicyAttachment one, PolicyAttachment other) {
    String namespace = one.metadata().namespace();
    boolean inReach =
        isOfRoot(one) || isOfRoot(other) || namespace.equals(other.metadata().namespace());
    return inReach
        && labels(one).entrySet().stream()
            .allMatch(
                label ->
                    labels(other)
                        .getOrDefault(label.getKey(), label.getValue())
                        .equals(label.getValue()));
  }

  boolean isOfRoot(PolicyAttachment policy) {
    return policy.metadata().namespace().equals(rootNamespace);
  }
}
