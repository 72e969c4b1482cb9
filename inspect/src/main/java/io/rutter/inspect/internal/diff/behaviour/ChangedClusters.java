// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect.internal.diff.behaviour;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.rutter.inspect.diff.Aspect;
import io.rutter.inspect.internal.diff.outcome.ClusterSettings;
import io.rutter.inspect.internal.diff.outcome.ProxySide;
import io.rutter.translator.ResourceChanges;
import io.rutter.translator.ResourceKind;
import io.rutter.translator.XdsUpdate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The clusters that treat calls differently than before.
 *
 * @param states by name, what they were and are
 */
record ChangedClusters(ImmutableSortedMap<String, Pair> states) {
  /** A cluster on both sides. */
  record Pair(Optional<State> before, Optional<State> after) {}

  /** What calls notice of a cluster. */
  record State(ImmutableMap<Aspect, Cluster> settings, boolean endpoints) {}

  static ChangedClusters of(ProxySide before, ProxySide after, XdsUpdate update) {
    Map<String, Pair> states = new TreeMap<>();
    for (String name : candidates(before, after, update)) {
      Pair pair = new Pair(state(before, name), state(after, name));
      if (!pair.before().equals(pair.after())) {
        states.put(name, pair);
      }
    }
    return new ChangedClusters(ImmutableSortedMap.copyOf(states));
  }

  private static Set<String> candidates(ProxySide before, ProxySide after, XdsUpdate update) {
    Set<String> names = new TreeSet<>();
    all(update, ResourceKind.CLUSTERS, names);
    Set<String> assignments = new TreeSet<>();
    all(update, ResourceKind.ENDPOINTS, assignments);
    if (!assignments.isEmpty()) {
      names.addAll(assignments);
      for (ProxySide side : new ProxySide[] {before, after}) {
        side.resources().clusters().stream()
            .filter(cluster -> assignments.contains(cluster.getEdsClusterConfig().getServiceName()))
            .forEach(cluster -> names.add(cluster.getName()));
      }
    }
    return names;
  }

  private static void all(XdsUpdate update, ResourceKind kind, Set<String> into) {
    ResourceChanges changes = update.changes().get(kind);
    if (changes != null) {
      into.addAll(changes.added());
      into.addAll(changes.removed());
      into.addAll(changes.changed());
    }
  }

  private static Optional<State> state(ProxySide side, String name) {
    return side.cluster(name)
        .map(cluster -> new State(ClusterSettings.of(cluster), side.hasEndpoints(cluster)));
  }

  /** Whether one of these is among them. */
  boolean anyOf(ImmutableSet<String> names) {
    if (states.size() < names.size()) {
      return states.keySet().stream().anyMatch(names::contains);
    }
    return names.stream().anyMatch(states::containsKey);
  }
}
