// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.base.Throwables;
import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.rutter.controlplane.xds.Event;
import io.rutter.controlplane.xds.EventSink;
import io.rutter.controlplane.xds.ProxyState;
import io.rutter.controlplane.xds.StackSummary;
import io.rutter.controlplane.xds.XdsServices;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import java.io.IOException;
import java.util.Map;
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

  private final EventSink events;
  private final XdsServices services;
  private final ExecutorService threads;
  private final ScheduledExecutorService clock;
  private final Server server;

  /** The mesh that is served, and what each proxy has of it by its name. */
  private CompiledMesh mesh = Translator.create().compile(MeshSnapshot.builder().build());

  private ImmutableMap<String, XdsResources> served = ImmutableMap.of();
  private ImmutableMap<String, ProxyState> states = ImmutableMap.of();

  private ControlPlane(
      EventSink events,
      XdsServices services,
      ExecutorService threads,
      ScheduledExecutorService clock,
      Server server) {
    this.events = events;
    this.services = services;
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
    XdsServices services =
        new XdsServices(
            new FileSecrets(settings.credentials(), events),
            settings.limits(),
            events,
            Ticker.systemTicker());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> daemon(task, "xds"));
    Server server;
    try {
      server = server(settings, services, threads).start();
    } catch (IOException e) {
      threads.shutdown();
      throw new OperatingException(
          "cannot listen on %s:%d: %s"
              .formatted(
                  settings.address().getHostString(), settings.address().getPort(), reason(e)));
    }
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "clock"));
    ControlPlane plane = new ControlPlane(events, services, threads, clock, server);
    plane.everySecond(services::tick);
    settings.tls().ifPresent(tls -> plane.everySecond(() -> tls.refresh(events)));
    return plane;
  }

  /** Connections that say nothing, or whose other end is gone, are closed. */
  private static Server server(
      ServerSettings settings, XdsServices services, ExecutorService threads) {
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
            // Envoys look every 30 seconds whether the connection is alive, see Bootstrap.
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true);
    services.definitions().forEach(builder::addService);
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
        1,
        1,
        TimeUnit.SECONDS);
  }

  /**
   * Reports the problems of a mesh, and serves it if none is an error. Only what differs from the
   * mesh before is made anew.
   */
  synchronized void serve(LoadResult input) {
    CompiledMesh next = mesh.with(input.snapshot());
    Translation translation =
        Translation.ofResources(
                next,
                input.snapshot().proxies().stream().map(proxy -> translate(next, proxy)).toList())
            .withInput(input.problems(), input.sources());
    for (Problem problem : translation.problems()) {
      events.accept(event(problem));
    }
    if (translation.hasErrors()) {
      events.accept(
          Event.of(Event.Level.ERROR, "mesh-refused")
              .with("reason", "the mesh has errors: the last one that was right goes on"));
      return;
    }
    ImmutableMap<String, XdsResources> made =
        Maps.uniqueIndex(translation.proxies(), one -> one.proxy().id());
    ImmutableMap<String, ProxyState> madeStates =
        made.entrySet().stream()
            .collect(toImmutableMap(Map.Entry::getKey, one -> state(one.getKey(), one.getValue())));
    mesh = next;
    served = made;
    states = madeStates;
    services.publish(states);
    events.accept(Event.of(Event.Level.INFO, "mesh-served").with("proxies", served.size()));
  }

  private XdsResources translate(CompiledMesh next, Proxy proxy) {
    XdsResources before = served.get(proxy.id());
    return before == null ? next.translate(proxy) : next.translate(proxy, before).resources();
  }

  /** The state of a proxy; the very same where nothing of it has changed. */
  private ProxyState state(String id, XdsResources made) {
    ProxyState last = states.get(id);
    return last != null && made.equals(served.get(id)) ? last : ProxyState.of(made);
  }

  private static Event event(Problem problem) {
    Event event =
        Event.of(
            switch (problem.severity()) {
              case ERROR -> Event.Level.ERROR;
              case WARNING -> Event.Level.WARN;
              case NOTE -> Event.Level.DEBUG;
            },
            "problem");
    if (problem.location().isPresent()) {
      event = event.with("at", problem.location().get());
    }
    event = event.with("code", problem.code().id());
    if (problem.object().isPresent()) {
      event = event.with("object", problem.object().get());
    }
    if (!problem.path().isEmpty()) {
      event = event.with("path", problem.path());
    }
    return event.with("message", problem.message());
  }

  /** Whether each proxy of the mesh has an Envoy, and all have what they shall have. */
  boolean isSettled() {
    return services.isSettled();
  }

  /** How many streams are open. */
  int openStreams() {
    return services.openStreams();
  }

  /** How many Envoys of this proxy are connected. */
  long envoys(String proxyId) {
    return services.envoys(proxyId);
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
