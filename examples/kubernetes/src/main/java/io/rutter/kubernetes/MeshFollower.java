// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventSink;
import io.rutter.javacontrolplane.MeshUpdate;
import io.rutter.javacontrolplane.RutterCache;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.SourceMap;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.StoredMesh;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings changes of clusters to the proxies: objects to a snapshot, the snapshot to a compiled
 * mesh, and that to the cache which serves Envoys. Each step does only what the change demands.
 */
final class MeshFollower {
  /** So long the first mesh waits for clusters other than the first, as in istiod. */
  private static final Duration MOST_WAIT = Duration.ofSeconds(30);

  /** A mesh that could not be made is made again after this, or with the next change. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final ImmutableList<ClusterMesh> clusters;
  private final MeshSettings settings;
  private final RenewedWatch<ConfigMap> settingsWatch;
  private final RutterCache cache;
  private final Metrics metrics;
  private final EventSink events;
  private final Debounce debounce;
  private final Consumer<ServedMesh> written;
  private final MergedClusters merged = new MergedClusters();

  private CompiledMesh mesh = Translator.create().compile(MeshSnapshot.builder().build());
  private ImmutableSet<MeshProblems.Told> told = ImmutableSet.of();
  private final Backoff again = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);

  /** The changes that a mesh could not be made of. */
  private long unserved;

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
      RenewedWatch<ConfigMap> settingsWatch,
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
    if (!isServing && !mayBegin(now)) {
      return;
    }
    long changes = debounce.take(now);
    boolean isFirst = !isServing && again.failures() == 0;
    if (changes > 0 || isFirst || again.isDue(now)) {
      metrics.countChanges(changes);
      unserved += changes;
      make(now);
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

  /** What is thrown is for the caller to tell: nothing of the changes is lost. */
  private void make(long now) {
    Duration unused = again.onFailure(now); // As long as it has not come to its end.
    long start = System.nanoTime();
    settings.read(settingsWatch.find());
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
    MeshUpdate update =
        cache.update(
            mesh, ImmutableList.copyOf(MeshProblems.ofStores(stored.values())), SourceMap.NONE);
    long unusedToo = step(Metrics.Step.PUSH, compiled);
    MeshProblems problems = MeshProblems.of(stored, update.problems());
    tell(problems.told());
    written.accept(new ServedMesh(snapshot, problems.byObject()));
    isServing = true;
    unserved = 0;
    again.reset();
  }

  private long step(Metrics.Step step, long start) {
    long now = System.nanoTime();
    metrics.time(step, Duration.ofNanos(now - start));
    return now;
  }

  /** Problems are told of when they come, not again with each mesh, and how many have gone. */
  private void tell(ImmutableSet<MeshProblems.Told> now) {
    now.stream()
        .filter(problem -> !told.contains(problem))
        .map(MeshFollower::event)
        .forEach(events::accept);
    int gone = Sets.difference(told, now).size();
    if (gone > 0) {
      events.accept(
          Event.of(Event.Level.INFO, "problems-gone").with("count", gone).with("left", now.size()));
    }
    told = now;
    metrics.setProblems(now.stream().map(MeshProblems.Told::problem).toList());
    events.accept(
        Event.of(isServing ? Event.Level.DEBUG : Event.Level.INFO, "mesh-served")
            .with("changes", unserved)
            .with("problems", now.size()));
  }

  private static Event event(MeshProblems.Told told) {
    Event event = Event.of(told.problem());
    return told.cluster().isEmpty() ? event : event.with("cluster", told.cluster());
  }
}
