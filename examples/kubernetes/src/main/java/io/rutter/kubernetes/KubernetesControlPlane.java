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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** When statuses are written; empty: never. Set before the first mesh. */
  private Optional<StatusRounds> rounds = Optional.empty();

  private volatile @Nullable ServedMesh last;
  private final ClusterSecrets secrets;
  private final RenewedWatch<ConfigMap> settingsWatch;
  private final RutterCache cache;
  private final MeshFollower follower;
  private final ImmutableList<ClusterMesh> clusters;

  private KubernetesControlPlane(
      List<Cluster> followed, FollowSettings settings, EventSink events) {
    this.settings = settings;
    this.events = events;
    KubernetesClient first = followed.get(0).client();
    secrets = new ClusterSecrets(first, () -> secretsChanged.set(true), events);
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
              cluster.client(),
              new ApiServerReach(
                  cluster.id(), cluster.client().getMasterUrl(), settings.patience(), events),
              ObjectStore.kinds(),
              settings.revision(),
              onChange,
              events);
      parts.push(watch);
      meshes.add(new ClusterMesh(cluster.id(), watch));
    }
    clusters = meshes.build();
    settingsWatch = RenewedWatch.start(() -> watchSettings(first, onChange), onChange);
    parts.push(settingsWatch);
    follower =
        new MeshFollower(
            clusters,
            new MeshSettings(
                settings.rootNamespace() + "/" + settings.revision().configMap(),
                text -> YamlObject.read(first.getKubernetesSerialization(), text),
                events),
            settingsWatch,
            cache,
            metrics,
            events,
            debounce,
            this::onServed);
  }

  private WatchedObjects<ConfigMap> watchSettings(KubernetesClient client, Runnable onChange) {
    String name = settings.revision().configMap();
    return WatchedObjects.start(
        client
            .configMaps()
            .inNamespace(settings.rootNamespace())
            .withName(name)
            .runnableInformer(0),
        "ConfigMap " + name,
        (before, object) -> !Objects.equals(before.getData(), object.getData()),
        object -> onChange.run(),
        events);
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
    for (ClusterMesh cluster : clusters) { // None waits for a server of another one.
      parts.push(
          Repetition.start(
              "discovery of " + cluster.id(),
              settings.discovery(),
              () -> discover(cluster),
              events));
    }
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
            () -> rounds.ifPresent(StatusRounds::onLeader),
            events);
    StatusWriter writer =
        new StatusWriter(
            client,
            clusters.get(0).watch(),
            settings.writesProblems(),
            settings.writesIngresses(),
            InstantSource.system(),
            metrics,
            events);
    StatusRounds status = new StatusRounds(leader::isLeading, writer::write, events);
    rounds = Optional.of(status);
    leader.start();
    parts.push(leader);
    parts.push(
        Repetition.start(
            "status",
            WRITE,
            () -> {
              metrics.lead(leader.isLeading());
              status.look(System.nanoTime());
            },
            events));
  }

  private void discover(ClusterMesh cluster) {
    boolean hasAnswered = cluster.watch().discover();
    if (hasAnswered && cluster == clusters.get(0)) { // Which has the settings, and Secrets.
      settingsWatch.onAnswer();
      secrets.onAnswer();
    }
  }

  private void look() {
    if (secretsChanged.getAndSet(false)) {
      cache.refreshSecrets();
    }
    follower.look(System.nanoTime());
  }

  private void onServed(ServedMesh mesh) {
    last = mesh;
    rounds.ifPresent(status -> status.onServed(mesh));
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
