// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.controlplane.minimal;

import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.rutter.javacontrolplane.MeshUpdate;
import io.rutter.javacontrolplane.RutterCache;
import io.rutter.javacontrolplane.XdsClient;
import io.rutter.javacontrolplane.XdsListener;
import io.rutter.model.MeshSnapshot;
import io.rutter.model.problem.Problem;
import io.rutter.translator.CompiledMesh;
import io.rutter.translator.Translator;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlFolder;
import io.rutter.yaml.YamlLoader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Serves Envoys what a folder of YAML says, and follows its changes. */
public final class FolderControlPlane implements XdsListener {
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
    RutterCache cache = RutterCache.create(new FolderControlPlane());
    var builder = NettyServerBuilder.forAddress(at, InsecureServerCredentials.create());
    cache.services().forEach(builder::addService);
    Server server = builder.build().start();
    CompiledMesh mesh = Translator.create().compile(MeshSnapshot.builder().build());
    List<String> seen = List.of();
    for (; !server.isShutdown(); Thread.sleep(200), cache.tick(Duration.ofMillis(200))) {
      try {
        List<String> files =
            YamlFolder.files(folder).stream()
                .map(f -> f + " " + f.toFile().lastModified())
                .toList();
        if (!files.equals(seen)) {
          seen = files;
          LoadResult input = YamlLoader.create().load(folder);
          mesh = mesh.with(input.snapshot());
          MeshUpdate update = cache.update(mesh, input.problems(), input.sources());
          update.problems().forEach(System.err::println);
        }
      } catch (IOException e) {
        System.err.println(e); // The folder is away: the last mesh goes on.
      }
    }
  }

  @Override
  public void onRefused(XdsClient client, Problem problem) {
    System.err.println(client.proxyId() + ": " + problem);
  }
}
