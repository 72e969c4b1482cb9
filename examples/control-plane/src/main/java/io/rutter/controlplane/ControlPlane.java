// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import io.rutter.javacontrolplane.MeshUpdate;
import io.rutter.javacontrolplane.RutterCache;
import io.rutter.model.MeshSnapshot;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import java.nio.file.Path;

/**
 * Serves Envoys over ADS what a mesh translates to. A mesh with an error is reported and not
 * served: all Envoys keep the last one that was right.
 */
final class ControlPlane implements AutoCloseable {
  private final EventSink events;
  private final RutterCache cache;
  private final XdsServer server;

  private CompiledMesh mesh = Translator.create().compile(MeshSnapshot.builder().build());

  private ControlPlane(EventSink events, RutterCache cache, XdsServer server) {
    this.events = events;
    this.cache = cache;
    this.server = server;
  }

  /**
   * Starts to serve, with an empty mesh.
   *
   * @param credentials the folder of secrets, see {@link FileSecrets}
   * @param events takes what a person should know, from any thread
   * @throws OperatingException if the address cannot be had
   */
  static ControlPlane start(ServerSettings settings, Path credentials, EventSink events)
      throws OperatingException {
    RutterCache cache =
        RutterCache.builder()
            .listener(new LoggedClients(events, settings.limits()))
            .secrets(new FileSecrets(credentials, events))
            .limits(settings.limits())
            .build();
    return new ControlPlane(events, cache, XdsServer.start(settings, cache, events));
  }

  /**
   * Reports the problems of a mesh, and serves it if none is an error. Only what differs from the
   * mesh before is made anew.
   */
  synchronized void serve(LoadResult input) {
    mesh = mesh.with(input.snapshot());
    MeshUpdate update = cache.update(mesh, input.problems(), input.sources());
    update.problems().forEach(problem -> events.accept(Event.of(problem)));
    events.accept(
        update.isServed()
            ? Event.of(Event.Level.INFO, "mesh-served")
                .with("proxies", mesh.snapshot().proxies().size())
            : Event.of(Event.Level.ERROR, "mesh-refused")
                .with("reason", "the mesh has errors: the last one that was right goes on"));
  }

  /** Whether each proxy of the mesh has an Envoy, and all have what they shall have. */
  boolean isSettled() {
    return cache.isSettled();
  }

  /** How many streams are open. */
  int openStreams() {
    return cache.openStreams();
  }

  /** How many Envoys of this proxy are connected. */
  long envoys(String proxyId) {
    return cache.envoys(proxyId);
  }

  /** The port that it serves on. */
  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
