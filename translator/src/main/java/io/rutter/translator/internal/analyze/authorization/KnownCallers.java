// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.analyze.authorization;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableSet;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.registry.Workload;
import io.rutter.translator.internal.analyze.known.InactiveObjects;
import io.rutter.translator.internal.analyze.known.Namespaces;
import io.rutter.translator.internal.resolve.MeshIndex;
import java.util.Map;
import java.util.Optional;

/** Namespaces and service accounts that callers of the mesh may have. */
final class KnownCallers {
  /** The account of pods that name none. */
  private static final String DEFAULT_ACCOUNT = "default";

  private final InactiveObjects inactive;
  private final ImmutableSet<String> namespaces;
  private final ImmutableSetMultimap<String, String> accounts;
  private final ImmutableSet<String> withPods;

  private KnownCallers(MeshIndex mesh) {
    MeshSnapshot snapshot = mesh.snapshot();
    this.inactive = InactiveObjects.of(snapshot);
    this.namespaces = namespaces(mesh);
    this.accounts = accounts(snapshot);
    this.withPods =
        snapshot.workloads().stream()
            .map(pod -> pod.metadata().namespace())
            .collect(toImmutableSet());
  }

  static KnownCallers of(MeshIndex mesh) {
    return new KnownCallers(mesh);
  }

  /** Those of all objects; none if the input has no Namespace, so that it does not show them. */
  private static ImmutableSet<String> namespaces(MeshIndex mesh) {
    MeshSnapshot snapshot = mesh.snapshot();
    if (snapshot.namespaces().isEmpty() || !mesh.settings().caTrustDomains().isEmpty()) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    Namespaces.of(snapshot).stream()
        .filter(name -> !name.equals(Namespaces.ANY_OTHER))
        .forEach(names::add);
    names.add(mesh.settings().rootNamespace(), "istio-system", "kube-system", "default");
    snapshot.inactiveObjects().forEach(object -> names.add(object.key().namespace()));
    snapshot.authorizationPolicies().forEach(policy -> names.add(policy.metadata().namespace()));
    snapshot.requestAuthentications().forEach(policy -> names.add(policy.metadata().namespace()));
    snapshot.peerAuthentications().forEach(policy -> names.add(policy.metadata().namespace()));
    return names.build();
  }

  private static ImmutableSetMultimap<String, String> accounts(MeshSnapshot snapshot) {
    ImmutableSetMultimap.Builder<String, String> accounts = ImmutableSetMultimap.builder();
    for (Workload pod : snapshot.workloads()) {
      accounts.put(
          pod.metadata().namespace(),
          pod.serviceAccount()
              .map(name -> name.substring(name.lastIndexOf('/') + 1))
              .filter(name -> !name.isEmpty())
              .orElse(DEFAULT_ACCOUNT));
    }
    snapshot.proxies().stream()
        .filter(proxy -> !proxy.serviceAccount().isEmpty())
        .forEach(proxy -> accounts.put(proxy.namespace(), proxy.serviceAccount()));
    snapshot
        .workloadEntries()
        .forEach(
            entry ->
                entry
                    .spec()
                    .serviceAccount()
                    .ifPresent(name -> accounts.put(entry.metadata().namespace(), name)));
    snapshot
        .serviceEntries()
        .forEach(
            entry ->
                entry
                    .endpoints()
                    .forEach(
                        endpoint ->
                            endpoint
                                .serviceAccount()
                                .ifPresent(
                                    name -> accounts.put(entry.metadata().namespace(), name))));
    return accounts.build();
  }

  /** Whether it is certain that no namespace has such a name. */
  boolean hasNoNamespace(TextPattern pattern) {
    return !namespaces.isEmpty() && namespaces.stream().noneMatch(pattern::matches);
  }

  ImmutableSet<String> namespaces() {
    return namespaces;
  }

  /** The accounts of a namespace, if the input has pods of it and knows the accounts of all. */
  Optional<ImmutableSet<String>> accounts(String namespace) {
    return withPods.contains(namespace) && !inactive.mayHaveLabels(namespace::equals, Map.of())
        ? Optional.of(accounts.get(namespace))
        : Optional.empty();
  }

  /** Whether the input has that ServiceAccount. */
  boolean hasAccount(String namespace, String name) {
    return accounts.containsEntry(namespace, name)
        || inactive.isThere(new ConfigKey("ServiceAccount", namespace, name));
  }
}
