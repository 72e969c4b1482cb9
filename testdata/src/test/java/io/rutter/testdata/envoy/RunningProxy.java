// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.envoy;

import com.google.common.collect.ImmutableList;
import io.rutter.inspect.CallMode;
import io.rutter.translator.TranslationOptions;
import io.rutter.translator.Translator;
import io.rutter.translator.XdsResources;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** A real Envoy that is the one proxy of a mesh, with the services that it asks. */
final class RunningProxy implements AutoCloseable {
  private final XdsResources proxy;
  private final LoopbackBackend backend;
  private final ExtAuthzServer server;
  private final LoopbackTls tls;
  private final EnvoyProcess process;

  private RunningProxy(
      XdsResources proxy,
      LoopbackBackend backend,
      ExtAuthzServer server,
      LoopbackTls tls,
      EnvoyProcess process) {
    this.proxy = proxy;
    this.backend = backend;
    this.server = server;
    this.tls = tls;
    this.process = process;
  }

  /** Starts the first proxy of a mesh, with the keys that the mesh has. */
  static RunningProxy start(Path envoy, String yaml, TranslationOptions options, Path temp)
      throws IOException, InterruptedException, GeneralSecurityException {
    LoadResult loaded = YamlLoader.create().load(YamlSource.text("mesh.yaml", yaml));
    XdsResources proxy =
        Translator.create(options)
            .compile(loaded.snapshot())
            .translate(loaded.snapshot().proxies().get(0));
    LoopbackBackend backend = LoopbackBackend.start();
    ExtAuthzServer server = ExtAuthzServer.start();
    LoopbackBootstrap loopback =
        AccessBootstrap.withServices(
            LoopbackBootstrap.ofNamedClients(proxy, backend.port()), server);
    backend.serve(loopback.clusters());
    server.serve(loopback.clusters());
    Path folder = Files.createTempDirectory(temp, "envoy");
    return new RunningProxy(
        proxy,
        backend,
        server,
        LoopbackTls.of(loopback.bootstrap()),
        EnvoyProcess.start(envoy, loopback, folder));
  }

  /** What comes back; empty where Envoy closes the connection. */
  Optional<Reply> send(CallMode mode, LoopbackRequest request) throws IOException {
    int port =
        RequestsForProxy.envoyPort(new SimulatedRequest(mode, request), proxy, process.ports())
            .orElseThrow();
    Optional<Reply> reply = request.send(port, tls);
    return reply.or(() -> backend.takeTlsArrival().map(Reply::ofTls));
  }

  /** The clusters that were asked whether calls are allowed since the last question. */
  ImmutableList<String> takeAsked() {
    return server.takeAsked();
  }

  @Override
  public void close() throws IOException {
    process.close();
    backend.close();
    server.close();
  }
}
