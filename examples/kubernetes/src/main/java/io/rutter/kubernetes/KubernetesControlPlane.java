// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.rutter.controlplane.EventSink;
import io.rutter.controlplane.LoggedClients;
import io.rutter.controlplane.OperatingException;
import io.rutter.controlplane.XdsServer;
import io.rutter.javacontrolplane.RutterCache;
import io.rutter.yaml.ObjectStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All parts of the control plane, put together. */
final class KubernetesControlPlane implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration WRITE = Duration.ofMillis(100);

  /** Who makes no step for so long will make none any more. */
  private static final Duration STUCK = Duration.ofMinutes(5);

  /** What is to be closed, the last first. */
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private final FollowSettings settings;
  private final EventSink events;
  private final Metrics metrics = new Metrics();
  private final AtomicBoolean secretsChanged = new AtomicBoolean();

  /** What was served last and whose statuses have not been written; null: nothing. */
  private final AtomicReference<@Nullable ServedMesh> unwritten = new AtomicReference<>();

  private volatile @Nullable ServedMesh last;
  private final RutterCache cache;
  private final MeshFollower follower;
  private final ImmutableList<ClusterMesh> clusters;

  private KubernetesControlPlane(
      List<Cluster> followed, FollowSettings settings, EventSink events) {
    this.settings = settings;
    this.events = events;
    KubernetesClient first = followed.get(0).client();
    ClusterSecrets secrets = new ClusterSecrets(first, () -> secretsChanged.set(true), events);
    parts.push(secrets);
    cache =
        RutterCache.builder()
            .skipErrors(true) // In a cluster there is always some object with a mistake.
            .proxies(new NodeProxies(events))
            .admission(new NodeAdmission(settings.server().tls().isPresent()))
            .secrets(secrets)
            .limits(settings.server().limits())
            .listener(
                new MeteredClients(metrics, new LoggedClients(events, settings.server().limits())))
            .build();
    Debounce debounce = new Debounce(settings.quiet(), settings.most());
    Runnable onChange = () -> debounce.onChange(System.nanoTime());
    ImmutableList.Builder<ClusterMesh> meshes = ImmutableList.builder();
    for (Cluster cluster : followed) {
      ClusterWatch watch =
          new ClusterWatch(
              cluster.client(), ObjectStore.kinds(), settings.revision(), onChange, events);
      parts.push(watch);
      meshes.add(new ClusterMesh(cluster.id(), watch));
    }
    clusters = meshes.build();
    String configMap = settings.revision().configMap();
    WatchedObjects<ConfigMap> settingsWatch =
        WatchedObjects.start(
            first
                .configMaps()
                .inNamespace(settings.rootNamespace())
                .withName(configMap)
                .runnableInformer(0),
            "ConfigMap " + configMap,
            object -> onChange.run(),
            events);
    parts.push(settingsWatch);
    follower =
        new MeshFollower(
            clusters,
            new MeshSettings(
                text -> YamlObject.read(first.getKubernetesSerialization(), text), events),
            settingsWatch,
            cache,
            metrics,
            events,
            debounce,
            this::onServed);
  }

  /**
   * Starts to follow, and to serve as soon as everything has been listed once.
   *
   * @param followed the clusters; the first has the configuration. Their clients are the caller's
   * @throws OperatingException if an address cannot be had
   */
  static KubernetesControlPlane start(
      List<Cluster> followed, FollowSettings settings, EventSink events) throws OperatingException {
    KubernetesControlPlane plane = new KubernetesControlPlane(followed, settings, events);
    try {
      plane.startParts(followed.get(0).client());
    } catch (OperatingException e) {
      plane.close();
      throw e;
    }
    return plane;
  }

  private void startParts(KubernetesClient first) throws OperatingException {
    parts.push(XdsServer.start(settings.server(), cache, events));
    if (settings.writesProblems() || settings.writesIngresses()) {
      startWriting(first);
    }
    Repetition mesh = Repetition.start("mesh", LOOK, this::look, events);
    parts.push(mesh);
    parts.push(
        Repetition.start(
            "discovery",
            settings.discovery(),
            () -> clusters.forEach(cluster -> cluster.watch().discover()),
            events));
    parts.push(
        StatusServer.start(
            settings.statusAddress(),
            () -> mesh.sinceLast().compareTo(STUCK) < 0,
            follower::isServing,
            () -> metrics.text(clusters)));
  }

  private void startWriting(KubernetesClient client) {
    Leader leader =
        new Leader(
            client,
            settings.rootNamespace(),
            "rutter-"
                + (settings.revision().name().isEmpty() ? "default" : settings.revision().name()),
            settings.instance(),
            () -> unwritten.set(last),
            events);
    leader.start();
    parts.push(leader);
    StatusWriter writer =
        new StatusWriter(
            client,
            clusters.get(0).watch(),
            settings.writesProblems(),
            settings.writesIngresses(),
            InstantSource.system(),
            metrics,
            events);
    parts.push(
        Repetition.start(
            "status",
            WRITE,
            () -> {
              metrics.lead(leader.isLeading());
              ServedMesh mesh = leader.isLeading() ? unwritten.getAndSet(null) : null;
              if (mesh != null) {
                writer.write(mesh);
              }
            },
            events));
  }

  private void look() {
    if (secretsChanged.getAndSet(false)) {
      cache.refreshSecrets();
    }
    follower.look(System.nanoTime());
  }

  private void onServed(ServedMesh mesh) {
    last = mesh;
    unwritten.set(mesh);
  }

  /** Whether a mesh is served. */
  boolean isServing() {
    return follower.isServing();
  }

  /** What was served last; null: nothing yet. */
  @Nullable ServedMesh lastServed() {
    return last;
  }

  /** The port that Envoys are served on. */
  int port() {
    return part(XdsServer.class).port();
  }

  /** The port of probes and metrics. */
  int statusPort() {
    return part(StatusServer.class).port();
  }

  private <T extends AutoCloseable> T part(Class<T> type) {
    return parts.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e); // No part throws.
      }
    }
  }
}
