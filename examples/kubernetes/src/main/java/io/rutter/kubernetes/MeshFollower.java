// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import io.rutter.javacontrolplane.MeshUpdate;
import io.rutter.javacontrolplane.RutterCache;
import io.rutter.model.ConfigKey;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.SourceMap;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.ObjectKey;
import io.rutter.yaml.ObjectKind;
import io.rutter.yaml.ObjectStore;
import io.rutter.yaml.StoredMesh;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings changes of clusters to the proxies: objects to a snapshot, the snapshot to a compiled
 * mesh, and that to the cache which serves Envoys. Each step does only what the change demands.
 */
final class MeshFollower {
  /** So long the first mesh waits for clusters other than the first, as in istiod. */
  private static final Duration MOST_WAIT = Duration.ofSeconds(30);

  /** The groups of the kinds, which have names of their own. */
  private static final ImmutableMap<String, String> GROUPS =
      ObjectStore.kinds().stream()
          .collect(toImmutableMap(ObjectKind::name, ObjectKind::group, (first, second) -> first));

  private final ImmutableList<ClusterMesh> clusters;
  private final MeshSettings settings;
  private final WatchedObjects<ConfigMap> settingsWatch;
  private final RutterCache cache;
  private final Metrics metrics;
  private final EventSink events;
  private final Debounce debounce;
  private final Consumer<ServedMesh> written;
  private final MergedClusters merged = new MergedClusters();

  private CompiledMesh mesh = Translator.create().compile(MeshSnapshot.builder().build());
  private ImmutableSet<Problem> told = ImmutableSet.of();
  private volatile boolean isServing;

  /** When the first cluster was all known, before there is a mesh. */
  private long begun;

  /**
   * Follows clusters, of which the first has the configuration.
   *
   * @param settingsWatch the ConfigMap with the settings, and no other object
   * @param written takes what was served
   */
  MeshFollower(
      List<ClusterMesh> clusters,
      MeshSettings settings,
      WatchedObjects<ConfigMap> settingsWatch,
      RutterCache cache,
      Metrics metrics,
      EventSink events,
      Debounce debounce,
      Consumer<ServedMesh> written) {
    this.clusters = ImmutableList.copyOf(clusters);
    this.settings = settings;
    this.settingsWatch = settingsWatch;
    this.cache = cache;
    this.metrics = metrics;
    this.events = events;
    this.debounce = debounce;
    this.written = written;
  }

  /** Whether there has been a mesh. */
  boolean isServing() {
    return isServing;
  }

  /**
   * Looks whether there is something to do, and does it. To be called again and again by one
   * thread.
   *
   * @param now the time, in nanoseconds since any moment
   */
  void look(long now) {
    clusters.forEach(cluster -> cluster.watch().begin());
    if (!isServing) {
      if (mayBegin(now)) {
        make(debounce.take(now));
      }
      return;
    }
    long changes = debounce.take(now);
    if (changes > 0) {
      make(changes);
    }
  }

  /** Nothing is served before all is known: a proxy would lose what is not listed yet. */
  private boolean mayBegin(long now) {
    if (!settingsWatch.isSynced() || !clusters.get(0).watch().isSynced()) {
      begun = now;
      return false;
    }
    return clusters.stream().allMatch(cluster -> cluster.watch().isSynced())
        || now - begun > MOST_WAIT.toNanos();
  }

  private void make(long changes) {
    metrics.countChanges(changes);
    long start = System.nanoTime();
    settings.read(settingsWatch.all().stream().findFirst());
    List<MergedClusters.Part> parts = new ArrayList<>();
    Map<String, StoredMesh> stored = new LinkedHashMap<>();
    for (ClusterMesh cluster : clusters) {
      StoredMesh one = cluster.snapshot(settings);
      stored.put(cluster.id(), one);
      parts.add(new MergedClusters.Part(cluster.id(), one.snapshot()));
    }
    MeshSnapshot snapshot = merged.merge(parts);
    long made = step(Metrics.Step.SNAPSHOT, start);
    mesh = mesh.with(snapshot);
    long compiled = step(Metrics.Step.COMPILE, made);
    MeshUpdate update = cache.update(mesh, problems(stored.values()), SourceMap.NONE);
    long unused = step(Metrics.Step.PUSH, compiled);
    tell(update, changes);
    written.accept(new ServedMesh(snapshot, byObject(update)));
    isServing = true;
  }

  private long step(Metrics.Step step, long start) {
    long now = System.nanoTime();
    metrics.time(step, Duration.ofNanos(now - start));
    return now;
  }

  private static ImmutableList<Problem> problems(Iterable<StoredMesh> stored) {
    ImmutableList.Builder<Problem> all = ImmutableList.builder();
    stored.forEach(one -> all.addAll(one.problems().values()).addAll(one.otherProblems()));
    return all.build();
  }

  /** Problems are told of when they come, not again with each mesh. */
  private void tell(MeshUpdate update, long changes) {
    ImmutableSet<Problem> now = ImmutableSet.copyOf(update.problems());
    now.stream()
        .filter(problem -> !told.contains(problem))
        .forEach(problem -> events.accept(Event.of(problem)));
    told = now;
    metrics.setProblems(now);
    events.accept(
        Event.of(isServing ? Event.Level.DEBUG : Event.Level.INFO, "mesh-served")
            .with("changes", changes)
            .with("problems", now.size()));
  }

  private static ImmutableListMultimap<ObjectKey, Problem> byObject(MeshUpdate update) {
    ImmutableListMultimap.Builder<ObjectKey, Problem> result = ImmutableListMultimap.builder();
    for (Problem problem : update.problems()) {
      problem.object().flatMap(MeshFollower::key).ifPresent(key -> result.put(key, problem));
    }
    return result.build();
  }

  private static Optional<ObjectKey> key(ConfigKey object) {
    return Optional.ofNullable(GROUPS.get(object.kind()))
        .map(group -> new ObjectKey(group, object.kind(), object.namespace(), object.name()));
  }
}
