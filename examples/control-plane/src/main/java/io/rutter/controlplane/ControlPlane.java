// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.envoyproxy.controlplane.cache.v3.SimpleCache;
import io.envoyproxy.controlplane.server.V3DiscoveryServer;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.Severity;
import io.rutter.model.proxy.Proxy;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translation;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Serves Envoys over ADS what a mesh translates to. A mesh with an error is reported and not
 * served: all Envoys keep the last one that was right.
 */
final class ControlPlane implements AutoCloseable {
  private final Consumer<String> log;
  private final Rollouts rollouts;
  private final Server server;

  /** The mesh that is served, and what each proxy has of it by its name. */
  private CompiledMesh mesh = Translator.create().compile(MeshSnapshot.builder().build());

  private ImmutableMap<String, XdsResources> served = ImmutableMap.of();

  private ControlPlane(Consumer<String> log, Rollouts rollouts, Server server) {
    this.log = log;
    this.rollouts = rollouts;
    this.server = server;
  }

  /**
   * Starts to serve, with an empty mesh.
   *
   * @param address where; port 0 is any that is free
   * @param credentials the folder of secrets, see {@link FileSecrets}
   * @param log takes what a person should know, a line at a time, from any thread
   */
  static ControlPlane start(InetSocketAddress address, Path credentials, Consumer<String> log)
      throws IOException {
    SimpleCache<String> cache = new SimpleCache<>(ProxyIds::of);
    FileSecrets secrets = new FileSecrets(credentials);
    Rollouts rollouts = new Rollouts(cache, secrets, log);
    Server server =
        NettyServerBuilder.forAddress(address)
            .addService(
                new V3DiscoveryServer(rollouts, new RefusalsEnd(cache))
                    .getAggregatedDiscoveryServiceImpl())
            .addService(new V3DiscoveryServer(secrets).getSecretDiscoveryServiceImpl())
            .build()
            .start();
    return new ControlPlane(log, rollouts, server);
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
            .ofInput(input.problems(), input.sources());
    for (Problem problem : translation.problems()) {
      if (problem.severity() != Severity.NOTE) {
        log.accept(problem.toString());
      }
    }
    if (translation.hasErrors()) {
      log.accept("the mesh has errors: the last one that was right goes on being served");
      return;
    }
    mesh = next;
    served = Maps.uniqueIndex(translation.proxies(), made -> Translation.proxyId(made.proxy()));
    rollouts.start(ImmutableMap.copyOf(Maps.transformValues(served, ProxyState::of)));
  }

  private XdsResources translate(CompiledMesh next, Proxy proxy) {
    XdsResources before = served.get(Translation.proxyId(proxy));
    return before == null ? next.translate(proxy) : next.translate(proxy, before).resources();
  }

  /** Whether every Envoy of the mesh is connected and has acknowledged what it shall have. */
  boolean isSettled() {
    return rollouts.areSettled().join();
  }

  /** The port that it serves on. */
  int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
    rollouts.close();
  }
}
