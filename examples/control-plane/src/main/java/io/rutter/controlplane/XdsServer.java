// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.base.Throwables;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.rutter.javacontrolplane.RutterCache;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Serves what a {@link RutterCache} holds on a port, and tells it the time. */
public final class XdsServer implements AutoCloseable {
  private static final int THREADS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  private static final int MOST_REQUEST_BYTES = 4 << 20;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final EventSink events;
  private final ExecutorService threads;
  private final ScheduledExecutorService clock;
  private final Server server;

  private XdsServer(
      EventSink events, ExecutorService threads, ScheduledExecutorService clock, Server server) {
    this.events = events;
    this.threads = threads;
    this.clock = clock;
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @param events takes what a person should know, from any thread
   * @throws OperatingException if the address cannot be had
   */
  public static XdsServer start(ServerSettings settings, RutterCache cache, EventSink events)
      throws OperatingException {
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
    XdsServer started = new XdsServer(events, threads, clock, server);
    started.everySecond(() -> cache.tick(SECOND));
    settings.tls().ifPresent(tls -> started.everySecond(() -> tls.refresh(events)));
    return started;
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

  /** The port that it serves on. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    server.shutdownNow();
    threads.shutdown();
  }
}
