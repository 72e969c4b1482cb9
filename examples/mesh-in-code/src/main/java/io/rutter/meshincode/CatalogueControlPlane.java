// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.meshincode;

import io.grpc.Server;
import io.grpc.ServerCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.rutter.javacontrolplane.RutterCache;
import io.rutter.javacontrolplane.SecretSource;
import io.rutter.javacontrolplane.XdsClient;
import io.rutter.javacontrolplane.XdsListener;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Serves Envoys the mesh of a catalogue, whenever it is told that the catalogue has changed. */
public final class CatalogueControlPlane implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final RutterCache cache;
  private final Server server;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private CompiledMesh mesh = Translator.create().compile(MeshSnapshot.builder().build());

  private CatalogueControlPlane(RutterCache cache, Server server) {
    this.cache = cache;
    this.server = server;
  }

  /**
   * Listens on an address.
   *
   * @param credentials TLS, or none
   * @param secrets what Envoys ask for beside the mesh
   */
  public static CatalogueControlPlane start(
      InetSocketAddress address, ServerCredentials credentials, SecretSource secrets)
      throws IOException {
    RutterCache cache =
        RutterCache.builder()
            .listener(new PrintedRefusals())
            .secrets(secrets)
            .skipErrors(true) // One instance with a mistake is left out; all else is served.
            .build();
    NettyServerBuilder builder = NettyServerBuilder.forAddress(address, credentials);
    cache.services().forEach(builder::addService);
    CatalogueControlPlane plane = new CatalogueControlPlane(cache, builder.build().start());
    long millis = TICK.toMillis();
    Future<?> unused =
        plane.clock.scheduleAtFixedRate(
            () -> plane.cache.tick(TICK), millis, millis, TimeUnit.MILLISECONDS);
    return plane;
  }

  /** Mutual TLS: a client is who shows a certificate of these authorities. All files are PEM. */
  public static ServerCredentials mutualTls(File certificate, File key, File authorities)
      throws IOException {
    return TlsServerCredentials.newBuilder()
        .keyManager(certificate, key)
        .trustManager(authorities)
        .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
        .build();
  }

  /** Brings all Envoys to this mesh, and makes only those resources again that differ. */
  public synchronized void update(MeshSnapshot snapshot) {
    mesh = mesh.with(snapshot);
    cache.update(mesh).problems().forEach(System.err::println);
  }

  /** Where Envoys find it. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    server.shutdownNow();
  }

  /** Envoy refused resources: the problem names the object that they come from. */
  private static final class PrintedRefusals implements XdsListener {
    @Override
    public void onRefused(XdsClient client, Problem problem) {
      System.err.println(client.proxyId() + ": " + problem);
    }
  }
}
