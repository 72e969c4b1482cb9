// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.base.Throwables;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.rutter.javacontrolplane.MeshUpdate;
import io.rutter.javacontrolplane.RutterCache;
import io.rutter.model.MeshSnapshot;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Serves Envoys over ADS what a mesh translates to. A mesh with an error is reported and not
 * served: all Envoys keep the last one that was right.
 */
final class ControlPlane implements AutoCloseable {
  private static final int THREADS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  private static final int MOST_REQUEST_BYTES = 4 << 20;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final EventSink events;
  private final RutterCache cache;
  private final ExecutorService threads;
  private final ScheduledExecutorService clock;
  private final Server server;

  private CompiledMesh mesh = Translator.create().compile(MeshSnapshot.builder().build());

  private ControlPlane(
      EventSink events,
      RutterCache cache,
      ExecutorService threads,
      ScheduledExecutorService clock,
      Server server) {
    this.events = events;
    this.cache = cache;
    this.threads = threads;
    this.clock = clock;
    this.server = server;
  }

  /**
   * Starts to serve, with an empty mesh.
   *
   * @param events takes what a person should know, from any thread
   * @throws OperatingException if the address cannot be had
   */
  static ControlPlane start(ServerSettings settings, EventSink events) throws OperatingException {
    RutterCache cache =
        RutterCache.builder()
            .listener(new LoggedClients(events, settings.limits()))
            .secrets(new FileSecrets(settings.credentials(), events))
            .limits(settings.limits())
            .build();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> daemon(task, "xds"));
    Server server;
    try {
      server = server(settings, cache, threads).start();
    } catch (IOException e) {
      threads.shutdown();
      throw new OperatingException(
          "cannot listen on %s:%d: %s"
              .formatted(
                  settings.address().getHostString(), settings.address().getPort(), reason(e)));
    }
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "clock"));
    ControlPlane plane = new ControlPlane(events, cache, threads, clock, server);
    plane.everySecond(() -> cache.tick(SECOND));
    settings.tls().ifPresent(tls -> plane.everySecond(() -> tls.refresh(events)));
    return plane;
  }

  /** Connections that say nothing, or whose other end is gone, are closed. */
  private static Server server(
      ServerSettings settings, RutterCache cache, ExecutorService threads) {
    ServerCredentials credentials =
        settings.tls().map(TlsFiles::credentials).orElseGet(InsecureServerCredentials::create);
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(settings.address(), credentials)
            .executor(threads)
            .maxInboundMessageSize(MOST_REQUEST_BYTES)
            .maxConcurrentCallsPerConnection(100)
            .handshakeTimeout(10, TimeUnit.SECONDS)
            .maxConnectionIdle(5, TimeUnit.MINUTES)
            .keepAliveTime(30, TimeUnit.SECONDS)
            .keepAliveTimeout(10, TimeUnit.SECONDS)
            // Envoys look every 30 seconds whether the connection is alive: DynamicBootstrap.
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true);
    cache.services().forEach(builder::addService);
    return builder.build();
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** What the system said is the last of the causes. */
  private static String reason(IOException e) {
    return String.valueOf(Throwables.getRootCause(e).getMessage());
  }

  /** Does something again and again, whatever comes of it: an exception would end a schedule. */
  @SuppressWarnings("FutureReturnValueIgnored") // It ends when the executor is shut down.
  private void everySecond(Runnable task) {
    clock.scheduleWithFixedDelay(
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            events.accept(
                Event.of(Event.Level.ERROR, "internal-error").with("error", StackSummary.of(e)));
          }
        },
        SECOND.toNanos(),
        SECOND.toNanos(),
        TimeUnit.NANOSECONDS);
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
    return server.getPort();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    server.shutdownNow();
    threads.shutdown();
  }
}
