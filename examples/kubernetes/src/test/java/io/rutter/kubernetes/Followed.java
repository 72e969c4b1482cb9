// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.kubernetes;

import com.google.common.collect.ImmutableList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.rutter.controlplane.Event;
import io.rutter.controlplane.EventLog;
import io.rutter.controlplane.LibraryLog;
import io.rutter.controlplane.Ports;
import io.rutter.controlplane.ServerSettings;
import io.rutter.controlplane.Waiting;
import io.rutter.model.MeshSnapshot;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** A control plane that follows an API server. */
final class Followed implements AutoCloseable {
  private static final InetSocketAddress LOOPBACK =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  /** What the control plane said. */
  final List<String> log = new CopyOnWriteArrayList<>();

  final EventLog events = new EventLog(log::add, Event.Level.DEBUG, InstantSource.system());
  final KubernetesControlPlane plane;
  private final List<KubernetesClient> clients = new ArrayList<>();

  private Followed(FollowSettings settings, ApiServer... servers) throws Exception {
    ImmutableList.Builder<Cluster> clusters = ImmutableList.builder();
    for (int i = 0; i < servers.length; i++) {
      KubernetesClient client = servers[i].newClient();
      clients.add(client);
      clusters.add(new Cluster(i == 0 ? "Kubernetes" : "cluster-" + i, client));
    }
    LibraryLog.sendTo(events);
    plane = KubernetesControlPlane.start(clusters.build(), settings, events);
  }

  /** Settings of a control plane that does all sooner than a real one. */
  static FollowSettings settings() {
    return new FollowSettings(
        ServerSettings.of(LOOPBACK),
        LOOPBACK,
        new Revision(""),
        "istio-system",
        "rutter-0",
        Duration.ofMillis(20),
        Duration.ofSeconds(1),
        Duration.ofMillis(50),
        Duration.ofSeconds(2),
        false,
        false);
  }

  /** Settings of one that writes. */
  static FollowSettings writing(String instance) {
    FollowSettings usual = settings();
    return new FollowSettings(
        usual.server(),
        usual.statusAddress(),
        usual.revision(),
        usual.rootNamespace(),
        instance,
        usual.quiet(),
        usual.most(),
        usual.discovery(),
        usual.patience(),
        true,
        true);
  }

  /** Settings of one of a revision. */
  static FollowSettings ofRevision(String revision) {
    FollowSettings usual = settings();
    return new FollowSettings(
        usual.server(),
        usual.statusAddress(),
        new Revision(revision),
        usual.rootNamespace(),
        usual.instance(),
        usual.quiet(),
        usual.most(),
        usual.discovery(),
        usual.patience(),
        false,
        false);
  }

  /** Starts one, and waits until it serves. */
  static Followed start(FollowSettings settings, ApiServer... servers) throws Exception {
    Followed followed = new Followed(settings, servers);
    followed.until("serving", followed.plane::isServing);
    return followed;
  }

  /** Starts one that cannot serve yet. */
  static Followed startUnready(FollowSettings settings, ApiServer... servers) throws Exception {
    return new Followed(settings, servers);
  }

  /** An API server on a port of its own. */
  static ApiServer newServer() {
    return ApiServer.start(Ports.free());
  }

  /** What is served. */
  MeshSnapshot mesh() {
    ServedMesh served = plane.lastServed();
    return served == null ? MeshSnapshot.builder().build() : served.snapshot();
  }

  /** Waits until something is so. */
  void until(String what, Callable<Boolean> condition) {
    Waiting.until(what, () -> log, condition);
  }

  /** How many lines of the log have such an event. */
  long count(String event) {
    return log.stream().filter(line -> (line + " ").contains("event=" + event + " ")).count();
  }

  @Override
  public void close() {
    plane.close();
    clients.forEach(KubernetesClient::close);
  }
}
